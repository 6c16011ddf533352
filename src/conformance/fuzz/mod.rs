//! Random problems against the reference, and random bytes against everything that reads them.
//!
//! A seed says all: the same seed is the same problem with the same inputs on every machine.

mod attention;
mod bytes;
mod grammar;
mod recurrence;

pub use bytes::read;

use super::catalogue::Engine;
use super::suite::Check;
use super::trial::Noise;

/// The problem of a seed: two of three are softmax attention, with masks, patterns, edits, views
/// and hooks; the others are recurrences. Some have no meaning or no kernel, which the plan says.
pub fn problem(seed: u64) -> Check {
    let name = format!("fuzz/{seed}");
    match Noise::new(seed).below(3) {
        0 => Check::trial(name, Engine::Recurrence, move || recurrence::trial(seed)),
        _ => Check::trial(name, Engine::Softmax, move || attention::trial(seed)),
    }
}

impl Noise {
    /// One of some values.
    fn pick<T: Clone, const N: usize>(&mut self, values: [T; N]) -> T {
        // As many as are written out.
        values[self.below(N as u32) as usize].clone()
    }

    /// True once in `n` times.
    fn once_in(&mut self, n: u32) -> bool {
        self.below(n) == 0
    }

    /// A value once in `n` times.
    fn maybe<T>(&mut self, n: u32, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.once_in(n).then(|| value(self))
    }
}
