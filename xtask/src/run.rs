//! Steps: a command, shown before it runs, that must succeed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command in the repository's root.
pub(crate) struct Step(Command);

/// A subcommand of the same cargo that runs this program.
pub(crate) fn cargo(subcommand: &str) -> Step {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut step = Step::new(&cargo);
    step.0.current_dir(root());
    step.arg(subcommand)
}

impl Step {
    /// A program, in the caller's folder.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self(Command::new(program))
    }

    /// Adds an argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.0.arg(arg);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.0.args(args);
        self
    }

    /// Adds environment variables.
    pub(crate) fn envs(mut self, vars: impl IntoIterator<Item = (String, String)>) -> Self {
        self.0.envs(vars);
        self
    }

    /// Shows the command, runs it, and shows how long it took.
    pub(crate) fn run(mut self) -> Result<(), String> {
        let line = self.line();
        eprintln!("+ {line}");
        let begun = Instant::now();
        let status = self.0.status().map_err(|e| format!("{line}: {e}"))?;
        eprintln!("  {} s", begun.elapsed().as_secs());
        if status.success() { Ok(()) } else { Err(format!("failed ({status}): {line}")) }
    }

    /// Shows the command, runs it, and returns what it prints.
    pub(crate) fn output(mut self) -> Result<String, String> {
        let line = self.line();
        eprintln!("+ {line}");
        let done = self.0.output().map_err(|e| format!("{line}: {e}"))?;
        if !done.status.success() {
            return Err(format!("failed ({}): {line}", done.status));
        }
        String::from_utf8(done.stdout).map_err(|e| format!("{line}: {e}"))
    }

    fn line(&self) -> String {
        let program = Path::new(self.0.get_program()).file_name().unwrap_or(self.0.get_program());
        let words = std::iter::once(program).chain(self.0.get_args());
        words.map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}
