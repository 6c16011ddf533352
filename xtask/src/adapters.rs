//! Which devices there are.

use crate::packages::{install, output};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes sure that wgpu finds an adapter: installs a software driver where it finds none.
pub(crate) fn ensure(program: &Path) -> Result<(), String> {
    if any(program) {
        return Ok(());
    }
    eprintln!("no adapter: installing a software Vulkan driver");
    install(&["mesa-vulkan-drivers"])?;
    if any(program) { Ok(()) } else { Err("the driver is installed, but wgpu still finds no adapter".into()) }
}

/// Whether `info` lists an adapter that opens: it prints one a line.
fn any(program: &Path) -> bool {
    let listed = output(Command::new(program).args(["info", "--format", "json"]));
    listed.is_some_and(|text| text.lines().any(usable))
}

fn usable(line: &str) -> bool {
    line.starts_with('{') && !line.contains("\"unusable\":")
}

/// What tests need to see every device that is installed: SwiftShader is not registered with
/// the system's Vulkan loader, and GLES needs no window but must be told so.
pub(crate) fn test_environment() -> Vec<(String, String)> {
    let mut vars = Vec::new();
    let unset = |name: &str| std::env::var_os(name).is_none();
    if let (true, Some(path)) = (unset("VK_ADD_DRIVER_FILES"), swiftshader()) {
        vars.push(("VK_ADD_DRIVER_FILES".to_string(), path.display().to_string()));
    }
    if unset("EGL_PLATFORM") {
        vars.push(("EGL_PLATFORM".to_string(), "surfaceless".to_string()));
    }
    vars
}

/// SwiftShader's manifest, as Debian's Chromium brings it.
fn swiftshader() -> Option<PathBuf> {
    let places = ["/usr/lib/chromium", "/usr/lib/chromium-browser", "/usr/lib64/chromium-browser"];
    places.iter().map(|p| Path::new(p).join("vk_swiftshader_icd.json")).find(|p| p.is_file())
}
