//! The suite: everything that `conform` runs on a device, as data.
//!
//! [`suite`] yields one [`Check`] after another. A check knows its name, engine, tier and element
//! type at once, and builds its inputs and expected outputs only when it runs, so that the whole
//! may be listed for nothing. Nothing here blocks, opens a file or starts a thread.

pub(super) mod attention;
pub mod cases;
mod check;
pub mod damage;
pub(super) mod gradient;
pub mod hidden;
pub mod inputs;
mod onnx;
mod operators;
mod paths;
mod quick;
mod recurrence;
pub mod recurrence_gradient;
pub mod recurrence_inputs;
mod selection;
pub mod twin;
mod twin_weights;

pub use check::{Body, Check};
pub(super) use onnx::FILES as ONNX_FILES;
pub use quick::quick;

use super::catalogue::systems;
use crate::device::contains;

/// Every check, in the order of a report.
pub fn suite() -> impl Iterator<Item = Check> {
    sound().chain(damage::checks())
}

/// All but those of damaged kernels, which are made of these.
fn sound() -> impl Iterator<Item = Check> {
    let catalogue = systems().into_iter().map(|s| {
        let check = Check::new(format!("systems/{}", s.name), s.engine, move || Ok(Body::Trial((s.trial)())));
        check.of(format!("systems/{}", s.engine))
    });
    attention::checks()
        .chain(gradient::checks())
        .chain(recurrence::checks())
        .chain(recurrence_gradient::checks())
        .chain(selection::checks())
        .chain(operators::checks())
        .chain(paths::checks())
        .chain(catalogue)
        .chain(onnx::checks())
}

/// Every `every`th check of those whose name contains one of the words of `filter`, ignoring case, which have
/// commas between them; without a filter, of all.
pub fn sample(filter: &str, every: usize) -> impl Iterator<Item = Check> + '_ {
    let words = filter.split(',').filter(|word| !word.is_empty());
    let fits = move |name: &str| filter.is_empty() || words.clone().any(|word| contains(name, word));
    suite().filter(move |check| fits(&check.name)).step_by(every.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_sample_takes_every_nth_of_the_named() {
        let names = |filter: &str, every| sample(filter, every).map(|c| c.name).collect::<Vec<_>>();
        let both = names("merge/,onnx/attention_3d", 1);
        assert_eq!(both.len(), names("merge/", 1).len() + names("onnx/attention_3d", 1).len());
        assert_eq!(names("merge/,onnx/attention_3d", 5), both.into_iter().step_by(5).collect::<Vec<_>>());
        assert_eq!(names("", 1).len(), suite().count());
        assert_eq!(names("Merge/", 1), names("merge/,", 1));
        assert!(names("no such", 1).is_empty() && names(",", 1).is_empty());
    }

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
