//! The page that runs in a browser, and the drivers that run it without one to look at.

use crate::packages::{install, output};
use crate::run::{Step, cargo, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of browsers.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library of [`WASM`] is there.
pub(crate) fn target() -> Result<(), String> {
    let installed = output(Command::new("rustup").args(["target", "list", "--installed"]));
    if installed.is_some_and(|list| list.lines().any(|line| line == WASM)) {
        return Ok(());
    }
    Step::new("rustup").args(["target", "add", WASM]).run()
}

/// Builds the page: `index.html`, which is whole, and the module for Node beside it. The folder.
pub(crate) fn build() -> Result<PathBuf, String> {
    target()?;
    // Flags for the host's linker are not for this one.
    let no_flags = ("RUSTFLAGS".to_string(), String::new());
    let build = cargo("build").args(["--release", "-p", "wgpu-attention-web", "--target", WASM]);
    build.envs([no_flags]).run()?;
    let built = crate::target_folder().join(WASM).join("release/wgpu_attention_web.wasm");
    let folder = crate::target_folder().join("web");
    cargo("run").args(["-q", "-p", "bindgen", "--"]).arg(&built).arg(&folder).run()?;
    let page = page(&folder)?;
    let path = folder.join("index.html");
    fs::write(&path, page).map_err(|e| format!("{}: {e}", path.display()))?;
    eprintln!("the page: {}", path.display());
    Ok(folder)
}

/// The page as one file: style sheets, script and module are inside, so that it runs from anywhere.
fn page(folder: &Path) -> Result<String, String> {
    let read = |path: PathBuf| fs::read(&path).map_err(|e| format!("{}: {e}", path.display()));
    let text = |path: PathBuf| read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let sources = root().join("examples/web");
    let style = text(root().join("src/report/style.css"))? + &text(sources.join("page.css"))?;
    let module = base64(&read(folder.join("wgpu_attention_web_bg.wasm"))?);
    let glue = text(folder.join("wgpu_attention_web.js"))?;
    let script = format!("{glue}\nconst WASM = \"{module}\";\n{}", text(sources.join("page.js"))?);
    let html = text(sources.join("index.html"))?;
    Ok(html.replace("/*STYLE*/", &style).replace("/*SCRIPT*/", &script))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().enumerate().fold(0u32, |w, (n, b)| w | u32::from(*b) << (16 - 8 * n));
        for n in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * n) & 63) as usize];
            out.push(if n <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

/// Runs the page in a headless Chromium and writes its report; `arguments` go to the driver.
pub(crate) fn browser(arguments: &[String]) -> Result<(), String> {
    let page = build()?.join("index.html");
    if !Path::new("/usr/bin/chromium").exists() {
        install(&["chromium"])?;
    }
    packages()?;
    node("browser.mjs").arg(page).args(arguments).run()
}

/// Runs the same module in Dawn's Node binding and writes its report. Before that, Tint judges
/// every shader of the tests.
pub(crate) fn dawn(arguments: &[String]) -> Result<(), String> {
    let folder = build()?;
    let shaders = folder.join("shaders.json");
    let list = ("WGPU_ATTENTION_SHADERS".to_string(), shaders.display().to_string());
    // Of the whole workspace, as CI has built it: alone it would have other features of its dependencies.
    cargo("test")
        .args(["-q", "--workspace", "--test", "shaders", "shaders_are_handed"])
        .envs([list])
        .run()?;
    packages()?;
    node("shaders.mjs").arg(&shaders).run()?;
    let devices = crate::adapters::test_environment();
    node("dawn.mjs").arg(&folder).args(arguments).envs(devices).run()
}

/// Installs what the drivers need, in the versions of their lock file, into `target/node`.
fn packages() -> Result<(), String> {
    if output(Command::new("node").arg("--version")).is_none()
        || output(Command::new("npm").arg("--version")).is_none()
    {
        install(&["nodejs", "npm"])?;
    }
    let (from, to) = (root().join("xtask/node"), crate::target_folder().join("node"));
    let copy =
        |name: &str| fs::copy(from.join(name), to.join(name)).map(|_| ()).map_err(|e| format!("{name}: {e}"));
    fs::create_dir_all(&to).map_err(|e| format!("{}: {e}", to.display()))?;
    ["package.json", "package-lock.json", "browser.mjs", "dawn.mjs", "shaders.mjs"]
        .into_iter()
        .try_for_each(copy)?;
    let quiet = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    Step::new("npm").arg("--prefix").arg(&to).args(quiet).run()
}

/// A script of `xtask/node`, where its packages are installed.
fn node(script: &str) -> Step {
    Step::new("node").arg(crate::target_folder().join("node").join(script))
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_pads_to_whole_groups() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(super::base64(bytes.as_bytes()), text);
        }
    }
}
