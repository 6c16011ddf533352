//! `spirv-val` on SPIR-V as words in hexadecimal.

use std::path::Path;
use std::process::Command;

/// Whether `spirv-val` is there; where devices are required, so is this.
pub(crate) fn is_there() -> bool {
    let there = Command::new("spirv-val").arg("--version").output().is_ok();
    let required = std::env::var_os("WGPU_ATTENTION_REQUIRE").is_some();
    assert!(there || !required, "spirv-val (spirv-tools) is not there");
    there
}

/// Judges words, by way of a file of this name; `Ok(false)` if they have cooperative matrices, which
/// validators from before 2023.2 have no name for.
///
/// # Errors
/// What `spirv-val` says.
pub(crate) fn judge(file: &str, words: &str) -> Result<bool, String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
    let words = words.split_whitespace().map(|word| u32::from_str_radix(word, 16).unwrap());
    std::fs::write(&file, words.flat_map(u32::to_le_bytes).collect::<Vec<u8>>()).unwrap();
    let done = Command::new("spirv-val").args(["--target-env", "vulkan1.1"]).arg(&file).output();
    let done = done.map_err(|e| e.to_string())?;
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    match done.status.success() {
        true => Ok(true),
        false if said.contains("Invalid capability operand: 6022") => Ok(false),
        false => Err(said),
    }
}
