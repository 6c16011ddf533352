//! Set-up, demo and tests on a fresh machine: `cargo xtask demo | test | systems | snapshots | web | browser | dawn | conform | ci`.

mod adapters;
mod conform;
mod packages;
mod run;
mod systems;
mod web;

use run::Step;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND [ARGS]

  demo [ARGS]  run `wgpu-attention demo ARGS`; first install a software driver if there is no adapter
  test [ARGS]  run `cargo test ARGS`, likewise
  systems      writes the catalogue of systems into the documents
  snapshots    writes the snapshots of chosen shaders anew
  web          builds the page for browsers into target/web
  browser ...  runs that page in a headless Chromium [--all] [--json FILE] [--every N] [--filter WORDS] [--shots FOLDER]
  dawn ...     judges every shader by Tint, and runs the page's module in Dawn [--all] [--json FILE] [--every N] ...
  conform ...  the suite's sample on all the software devices of Debian, the browser and Dawn among
               them, and one report of them in target/conform [--all] [--every N] [--filter WORDS]
  ci           formatting, lints, documentation and tests on all the software devices of Debian";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match args.split_first() {
        Some((command, rest)) if command == "demo" => demo(rest),
        Some((command, rest)) if command == "test" => test(rest),
        Some((command, [])) if command == "systems" => systems::write(),
        Some((command, [])) if command == "snapshots" => snapshots(),
        Some((command, [])) if command == "web" => web::build().map(|_| ()),
        Some((command, rest)) if command == "browser" => web::browser(rest),
        Some((command, rest)) if command == "dawn" => web::dawn(rest),
        Some((command, rest)) if command == "conform" => {
            run::cargo("build").run().and_then(|()| conform::run(rest))
        }
        Some((command, [])) if command == "ci" => ci(),
        _ => Err(USAGE.to_string()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The main job. The development profile is optimised, and its build serves the tests too.
fn demo(args: &[String]) -> Result<(), String> {
    run::cargo("build").run()?;
    let program = program()?;
    adapters::ensure(&program)?;
    Step::new(&program).arg("demo").args(args).run()
}

/// The tests on whatever devices there are, at least one.
fn test(args: &[String]) -> Result<(), String> {
    run::cargo("build").run()?;
    adapters::ensure(&program()?)?;
    run::cargo("test").args(args).envs(adapters::test_environment()).run()
}

/// The shaders of `tests/snapshots.rs`, as they are now.
fn snapshots() -> Result<(), String> {
    let write = ("WGPU_ATTENTION_SNAPSHOTS".to_string(), "write".to_string());
    run::cargo("test").args(["--test", "snapshots"]).envs([write]).run()
}

/// All that must hold before a change goes in.
fn ci() -> Result<(), String> {
    packages::install(&[packages::DEVICES, &["vulkan-validationlayers", "spirv-tools"]].concat())?;
    let deny = || [("RUSTDOCFLAGS".to_string(), "-D warnings".to_string())];
    run::cargo("fmt").args(["--all", "--check"]).run()?;
    run::cargo("clippy").args(["--workspace", "--all-targets", "--", "-D", "warnings"]).run()?;
    run::cargo("clippy").args(["--no-default-features", "--lib", "--", "-D", "warnings"]).run()?;
    web::target()?;
    let wasm = ["-p", "wgpu-attention-web", "--target", web::WASM, "--", "-D", "warnings"];
    run::cargo("clippy").args(wasm).run()?;
    run::cargo("doc").args(["--no-deps", "--lib"]).envs(deny()).run()?;
    all_tests()?;
    // Tests have built the program; a build of it alone would have other features of its dependencies.
    conform::run(&[])
}

/// The tests of kernels and random problems beside the other tests: a driver compiles in one thread.
fn all_tests() -> Result<(), String> {
    let required = || [("WGPU_ATTENTION_REQUIRE".to_string(), "lavapipe,swiftshader,gles".to_string())];
    let test = |args: &[&str]| {
        let step = run::cargo("test").arg("--workspace").args(args);
        step.envs(adapters::test_environment()).envs(required()).run()
    };
    test(&["--no-run"])?;
    std::thread::scope(|scope| {
        let kernels = scope.spawn(|| {
            test(&["--test", "g*"])?;
            let fuzz = Step::new(program()?).args(["fuzz", "--all-adapters", "--count", FUZZED]);
            fuzz.envs(adapters::test_environment()).run()
        });
        let others = test(&["--lib", "--bins", "--test", "[!g]*"]).and(test(&["--doc"]));
        kernels.join().unwrap_or_else(|_| Err("the thread of tests panicked".into())).and(others)
    })
}

/// Seeds that CI tries on every adapter: each compiles shaders of its own.
const FUZZED: &str = "24";

/// Where cargo builds.
fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    run::root().join(target)
}

/// The built command.
pub(crate) fn program() -> Result<PathBuf, String> {
    let name = format!("wgpu-attention{}", std::env::consts::EXE_SUFFIX);
    let path = target_folder().join("debug").join(name);
    if path.is_file() { Ok(path) } else { Err(format!("{}: was not built", path.display())) }
}
