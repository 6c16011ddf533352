//! The catalogue of systems in the documents, as the command prints it.

use crate::run;
use std::fs;
use std::path::Path;

/// Writes the page beside `src/systems/` and the list in the README.
pub(crate) fn write() -> Result<(), String> {
    run::cargo("build").run()?;
    let program = crate::program()?;
    let print = || run::Step::new(&program).args(["systems", "--format", "markdown"]);
    put(&run::root().join("src/systems/CATALOGUE.md"), &print().output()?)?;

    let list = print().arg("--brief").output()?;
    let (first, last) = (list.lines().next().unwrap_or(""), list.lines().last().unwrap_or(""));
    let path = run::root().join("README.md");
    let readme = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (before, rest) = readme.split_once(first).ok_or("README.md has no list of systems")?;
    let (_, after) = rest.split_once(last).ok_or("README.md: the list of systems has no end")?;
    put(&path, &format!("{before}{}{after}", list.trim_end()))
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}
