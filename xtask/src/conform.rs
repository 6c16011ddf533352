//! The suite on every software device that Debian has, and one report of them all.

use crate::run::Step;
use crate::{adapters, packages, program, target_folder, web};
use std::path::{Path, PathBuf};

/// A device, and what runs the suite there and writes its report as JSON.
struct Device {
    name: &'static str,
    run: fn(json: &Path, args: &[String]) -> Result<(), String>,
}

/// Drivers of this system, each on all processors.
const NATIVE: &[Device] = &[
    Device { name: "lavapipe", run: |json, args| native("(vulkan, llvmpipe", json, args) },
    Device { name: "swiftshader", run: |json, args| native("swiftshader", json, args) },
    Device { name: "gles", run: |json, args| native("(gl,", json, args) },
    Device { name: "lavapipe-sid", run: newest },
];

/// What runs in one thread each, beside the drivers.
const WEB: &[Device] = &[
    Device { name: "chromium", run: chromium },
    Device { name: "dawn", run: |json, args| web::dawn(&with_json(json, args)) },
];

/// With the program that was built, runs the suite's sample, or what `args` say (`--all`, `--every N`,
/// `--filter WORDS`), on all of them and writes `target/conform/matrix.html`. A device that cannot be started
/// is a failure, and so is a check that fails; the others run all the same.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let folder = target_folder().join("conform");
    // A report of another run must not stand for this one's.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    packages::install(packages::DEVICES)?;
    let (web, native) = std::thread::scope(|scope| {
        let web = scope.spawn(|| report_all(WEB, &folder, args));
        let native = report_all(NATIVE, &folder, args);
        (web.join().unwrap_or_else(|_| vec!["the browser's thread panicked".into()]), native)
    });
    let mut failures = [native, web].concat();
    let names: Vec<_> = NATIVE.iter().chain(WEB).map(|device| json(&folder, device)).collect();
    let reports: Vec<_> = names.iter().filter(|path| path.is_file()).collect();
    let matrix = folder.join("matrix.html");
    if !reports.is_empty() {
        let compare = Step::new(program()?).args(["conform", "--html"]).arg(&matrix).arg("--compare");
        failures.extend(compare.args(&reports).run().err());
    }
    eprintln!("{} of {} devices reported: {}", reports.len(), names.len(), matrix.display());
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Runs the suite on one device after the other; what failed.
fn report_all(devices: &[Device], folder: &Path, args: &[String]) -> Vec<String> {
    let run = |device: &Device| {
        (device.run)(&json(folder, device), args).err().map(|why| format!("{}: {why}", device.name))
    };
    devices.iter().filter_map(run).collect()
}

fn json(folder: &Path, device: &Device) -> PathBuf {
    folder.join(format!("{}.json", device.name))
}

fn with_json(json: &Path, args: &[String]) -> Vec<String> {
    [&["--json".to_string(), json.display().to_string()], args].concat()
}

/// An adapter of this system.
fn native(adapter: &str, json: &Path, args: &[String]) -> Result<(), String> {
    let step = Step::new(program()?).args(["conform", "--adapter", adapter]);
    step.args(with_json(json, args)).envs(adapters::test_environment()).run()
}

/// The page, in a headless Chromium, with pictures of it beside the report.
fn chromium(json: &Path, args: &[String]) -> Result<(), String> {
    let shots = json.with_extension("");
    // Lengths for a processor that plays a GPU in a browser.
    let more = ["--lengths".into(), "256,512".into(), "--shots".into(), shots.display().to_string()];
    web::browser(&[with_json(json, args).as_slice(), &more].concat())
}

/// lavapipe of Debian's newest Mesa, in a folder of its own, since its driver needs a newer C library.
fn newest(json: &Path, args: &[String]) -> Result<(), String> {
    let root = sid()?;
    let copy = |from: &Path, to: &Path| {
        std::fs::copy(from, to)
            .map(|_| ())
            .map_err(|e| format!("{} to {}: {e}", from.display(), to.display()))
    };
    copy(&program()?, &root.join("tmp/wgpu-attention"))?;
    let report = Path::new("/tmp/report.json");
    let inside = root.join("tmp/report.json");
    let _ = std::fs::remove_file(&inside);
    // Nothing of the drivers outside is to be seen inside.
    // Of lavapipe's own switches, the width of its vectors decides the size of subgroups.
    let width =
        std::env::var("LP_NATIVE_VECTOR_WIDTH").map(|width| format!("LP_NATIVE_VECTOR_WIDTH={width}"));
    let step =
        packages::as_root("chroot").arg(&root).args(["env", "-i", "HOME=/root", "WGPU_DEBUG=0"]).args(width);
    let ran = step.args(["/tmp/wgpu-attention", "conform"]).args(with_json(report, args)).run();
    if inside.is_file() {
        copy(&inside, json)?;
    }
    ran
}

/// The folder with Debian sid in it, made where it is not there: `target/mesa-sid`, or what
/// `WGPU_ATTENTION_SID` names.
fn sid() -> Result<PathBuf, String> {
    let named = std::env::var_os("WGPU_ATTENTION_SID").map(PathBuf::from);
    let root = named.unwrap_or_else(|| target_folder().join("mesa-sid"));
    if root.join("usr/share/vulkan/icd.d").is_dir() {
        return Ok(root);
    }
    packages::install(&["debootstrap"])?;
    // Under another name until it is whole.
    let part = root.with_extension("part");
    if part.exists() {
        packages::as_root("rm").arg("-rf").arg(&part).run()?;
    }
    let include = "--include=mesa-vulkan-drivers,libvulkan1";
    packages::as_root("debootstrap").args(["--variant=minbase", include, "sid"]).arg(&part).run()?;
    packages::as_root("mv").arg(&part).arg(&root).run()?;
    Ok(root)
}
