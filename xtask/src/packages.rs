//! Debian's packages.

use crate::run::Step;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// What brings the software devices that run outside a folder of their own.
pub(crate) const DEVICES: &[&str] = &[
    // lavapipe
    "mesa-vulkan-drivers",
    // GLES through EGL
    "libegl1",
    // SwiftShader comes with it
    "chromium",
];

/// Installs what is missing of `packages` on Debian and its kin; elsewhere an error that says
/// what to install.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!(
            "install a Vulkan driver for your system (e.g. Mesa's lavapipe: vulkan-swrast or mesa-vulkan-drivers); \
             on Debian this would be: apt-get install {}",
            packages.join(" ")
        ));
    }
    // Debian's package manager refuses a second call beside the first.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let missing: Vec<&str> = packages.iter().copied().filter(|p| !installed(p)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt_get(&["update", "--quiet"])?;
    apt_get(&[&["install", "--yes", "--quiet", "--no-install-recommends"], missing.as_slice()].concat())
}

fn apt_get(args: &[&str]) -> Result<(), String> {
    let environment = ("DEBIAN_FRONTEND".to_string(), "noninteractive".to_string());
    as_root("apt-get").args(args).envs([environment]).run()
}

/// A program that needs the system's rights.
pub(crate) fn as_root(program: &str) -> Step {
    if is_root() { Step::new(program) } else { Step::new("sudo").arg(program) }
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    output(&mut query).is_some_and(|status| status.trim() == "installed")
}

/// What a command prints, if it succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
