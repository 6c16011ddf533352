//! The suite: everything that `conform` runs on a device, as data.
//!
//! [`suite`] yields one [`Check`] after another. A check knows its name, engine, tier and element
//! type at once, and builds its inputs and expected outputs only when it runs, so that the whole
//! may be listed for nothing. Nothing here blocks, opens a file or starts a thread.

mod attention;
pub mod cases;
mod check;
pub mod hidden;
pub mod inputs;
mod onnx;
mod operators;
mod paths;
mod recurrence;
pub mod recurrence_inputs;
mod selection;
pub mod twin;
mod twin_weights;

pub use check::{Body, Check};

use super::catalogue::systems;

/// Every check, in the order of a report.
pub fn suite() -> impl Iterator<Item = Check> {
    let catalogue = systems()
        .into_iter()
        .map(|s| Check::new(format!("systems/{}", s.name), s.engine, move || Ok(Body::Trial((s.trial)()))));
    attention::checks()
        .chain(recurrence::checks())
        .chain(selection::checks())
        .chain(operators::checks())
        .chain(paths::checks())
        .chain(catalogue)
        .chain(onnx::checks())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_engines_are_covered() {
        let (mut names, mut engines) = (BTreeSet::new(), BTreeSet::new());
        for check in suite() {
            engines.insert(check.engine);
            assert!(names.insert(check.name.clone()), "{} stands twice", check.name);
        }
        assert_eq!(engines.len(), crate::conformance::Engine::ALL.len());
    }
}
