//! What the command writes: files, the screen, and what went wrong with them.

use anyhow::Context as _;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// A file that is opened before anything is measured, so that a name that cannot be written is told at once.
/// What it held stays until there is something else. One that was made and never written is removed.
#[derive(Debug)]
pub(super) struct OutFile {
    path: PathBuf,
    file: File,
    made: bool,
    written: bool,
}

impl OutFile {
    /// Opens a file.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        let open = || {
            let mut options = OpenOptions::new();
            match options.write(true).create_new(true).open(path) {
                Err(e) if e.kind() == ErrorKind::AlreadyExists => {
                    Ok((options.create_new(false).create(true).truncate(false).open(path)?, false))
                }
                made => Ok::<_, std::io::Error>((made?, true)),
            }
        };
        let (file, made) = open().with_context(|| path.display().to_string())?;
        Ok(Self { path: path.into(), file, made, written: false })
    }

    /// Writes all of it.
    pub(super) fn write(&mut self, text: &str) -> anyhow::Result<()> {
        // By its text alone: a file that is a pipe was to be read to its end, other than the screen (`closed`).
        self.replace(text).map_err(|error| anyhow::anyhow!("{}: {error}", self.path.display()))
    }

    /// Writes what there is so far, where it can be replaced later; a pipe gets the end alone.
    pub(super) fn keep(&mut self, text: &str) -> anyhow::Result<()> {
        if self.replaceable() { self.write(text) } else { Ok(()) }
    }

    fn replaceable(&self) -> bool {
        self.file.metadata().is_ok_and(|m| m.is_file())
    }

    fn replace(&mut self, text: &str) -> std::io::Result<()> {
        self.written = true;
        if !self.replaceable() {
            return self.file.write_all(text.as_bytes());
        }
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())?;
        // Cut last: who ends the program in between leaves what was written.
        self.file.set_len(text.len() as u64)
    }
}

impl Drop for OutFile {
    fn drop(&mut self) {
        if self.made && !self.written {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// The files of a report, as they were asked for: JSON and a page.
#[derive(Debug)]
pub(super) struct Files([Option<OutFile>; 2]);

/// What gives a report as JSON, and as a page.
pub(super) type Formats<T> = [fn(&T) -> anyhow::Result<String>; 2];

impl Files {
    /// Opens those that were asked for.
    pub(super) fn open(json: Option<&Path>, html: Option<&Path>) -> anyhow::Result<Self> {
        let open = |path: Option<&Path>| path.map(OutFile::open).transpose();
        Ok(Self([open(json)?, open(html)?]))
    }

    /// Writes all of a report, each file whatever became of the other.
    pub(super) fn write<T: ?Sized>(&mut self, report: &T, formats: Formats<T>) -> anyhow::Result<()> {
        all(self.each(formats).map(|(file, format)| file.write(&format(report)?)))
    }

    /// Writes what there is of a report so far. What goes wrong goes wrong at the end too, and is told there.
    pub(super) fn keep<T: ?Sized>(&mut self, report: &T, formats: Formats<T>) {
        let _ = all(self.each(formats).map(|(file, format)| file.keep(&format(report)?)));
    }

    fn each<T>(&mut self, formats: T) -> impl Iterator<Item = (&mut OutFile, T::Item)>
    where
        T: IntoIterator,
    {
        self.0.iter_mut().zip(formats).filter_map(|(file, format)| Some((file.as_mut()?, format)))
    }
}

/// What failed of several steps, each of which was taken whatever became of the others. A reader of the
/// screen who went away is no failure where all else is done.
pub(super) fn all(steps: impl IntoIterator<Item = anyhow::Result<()>>) -> anyhow::Result<()> {
    let failed = steps.into_iter().filter_map(Result::err).filter(|error| !closed(error));
    let failed: Vec<String> = failed.map(|error| format!("{error:#}")).collect();
    anyhow::ensure!(failed.is_empty(), "{}", failed.join("\nerror: "));
    Ok(())
}

/// Whether a reader has seen enough, e.g. `head`: no reason to complain.
pub(super) fn closed(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|e| e.downcast_ref().is_some_and(|e: &std::io::Error| e.kind() == ErrorKind::BrokenPipe))
}

/// A line for people beside the results; who closed standard error does not want it.
pub(super) fn say(text: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("wgpu-attention-{}-{name}", std::process::id()))
    }

    #[test]
    fn a_file_keeps_what_it_held_until_there_is_more_and_none_is_left_empty() {
        let (old, new) = (path("old"), path("new"));
        std::fs::write(&old, "what was there before").unwrap();
        let mut file = OutFile::open(&old).unwrap();
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "what was there before");
        file.keep("some of it").unwrap();
        file.write("short").unwrap();
        drop(file);
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "short");
        std::fs::remove_file(&old).unwrap();
        drop(OutFile::open(&new).unwrap());
        assert!(!new.exists());
        let refused = OutFile::open(&new.join("below")).unwrap_err();
        assert!(format!("{refused:#}").contains("below"));
    }

    #[test]
    fn every_failure_is_told_but_a_closed_pipe() {
        let failed = |kind| Err(std::io::Error::from(kind).into());
        assert!(all([failed(ErrorKind::BrokenPipe), Ok(())]).is_ok());
        let told =
            all([failed(ErrorKind::NotFound), failed(ErrorKind::BrokenPipe), Err(anyhow::anyhow!("b"))]);
        assert_eq!(told.unwrap_err().to_string(), "entity not found\nerror: b");
    }
}
