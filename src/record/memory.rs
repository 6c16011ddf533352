//! What is remembered between processes: small files in the user's cache folder, each with its key in
//! the first line. A file that cannot be read or written costs a measurement, no more.

/// The hash of Fowler, Noll and Vo: the same in every version of the library.
pub(crate) fn fnv(start: u64, text: &str) -> u64 {
    text.bytes().fold(start ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(not(target_arch = "wasm32"))]
mod files {
    use std::path::PathBuf;

    fn path(folder: &str, key: &str) -> Option<PathBuf> {
        let name = format!("{:016x}.txt", super::fnv(0, key));
        dirs::cache_dir().map(|all| all.join("wgpu-attention").join(folder).join(name))
    }

    /// What was kept under a key of one line.
    pub(crate) fn recall(folder: &str, key: &str) -> Option<String> {
        let text = std::fs::read_to_string(path(folder, key)?).ok()?;
        let (first, rest) = text.split_once('\n')?;
        (first == key).then(|| rest.trim().to_string())
    }

    /// Keeps a text under a key of one line.
    pub(crate) fn keep(folder: &str, key: &str, text: &str) {
        let Some(path) = path(folder, key) else { return };
        let made = path.parent().is_some_and(|folder| std::fs::create_dir_all(folder).is_ok());
        if made {
            // Whole or not at all: another process may read it meanwhile.
            let own = path.with_extension(std::process::id().to_string());
            let written = std::fs::write(&own, format!("{key}\n{}\n", text.replace('\n', " ")));
            let _ = written.and_then(|()| std::fs::rename(&own, path));
        }
    }
}

/// A browser remembers nothing.
#[cfg(target_arch = "wasm32")]
mod files {
    pub(crate) fn recall(_: &str, _: &str) -> Option<String> {
        None
    }

    pub(crate) fn keep(_: &str, _: &str, _: &str) {}
}

pub(crate) use files::{keep, recall};
