//! A sample of the suite that takes a minute and leaves no group, kernel, tier or type out.

use super::{Check, suite};
use crate::conformance::catalogue::Engine;
use crate::plan::Tier;
use crate::problem::DType;
use std::collections::BTreeSet;

/// What is run: an engine's kernel at a tier, on inputs of a type. The kernel is the last word of a name.
type Kind = (Engine, Option<Tier>, DType, String);

fn kind(check: &Check) -> Kind {
    let kernel = match check.name.rsplit('/').next() {
        // Sizes of one kernel.
        _ if check.group == "softmax/tiles" => "tile",
        // Without a tier the device chooses, and the last word is the case.
        Some(kernel) if check.tier.is_some() => kernel,
        _ => "",
    };
    (check.engine, check.tier, check.dtype, kernel.into())
}

/// One check of every group, and of every kernel, tier and element type of every engine, in the order of
/// [`suite`].
pub fn quick() -> impl Iterator<Item = Check> {
    let all: Vec<Check> = suite().collect();
    let (mut groups, mut kinds, mut chosen) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    // A group by what every device can run, if it has such a thing.
    for anywhere in [true, false] {
        for check in &all {
            let (group, plain) = (&check.group, check.tier.is_none_or(|tier| tier == Tier::Plain));
            if groups.contains(group) || anywhere && !plain {
                continue;
            }
            let of_group =
                |c: &&Check| c.group == *group && (!anywhere || c.tier.is_none_or(|t| t == Tier::Plain));
            groups.insert(group.clone());
            let found = middle_first(all.iter().filter(of_group).collect(), |c| !kinds.contains(&kind(c)));
            kinds.extend(found.map(kind));
            chosen.extend(found.map(|c| c.name.clone()));
        }
    }
    for check in &all {
        let wanted = kind(check);
        if kinds.insert(wanted.clone()) {
            let alike = all.iter().filter(|c| kind(c) == wanted).collect();
            chosen.extend(middle_first(alike, |_| true).map(|c| c.name.clone()));
        }
    }
    all.into_iter().filter(move |check| chosen.contains(&check.name))
}

/// From the middle on: the first cases of a group are its smallest. One that is `wanted`, or the middle.
fn middle_first(checks: Vec<&Check>, wanted: impl Fn(&Check) -> bool) -> Option<&Check> {
    let (before, after) = checks.split_at(checks.len() / 2);
    let found = after.iter().chain(before).find(|c| wanted(c));
    found.or(after.first()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_out_and_it_is_short() {
        let of = |checks: Vec<Check>| {
            let groups: BTreeSet<String> = checks.iter().map(|c| c.group.clone()).collect();
            (groups, checks.iter().map(kind).collect::<BTreeSet<_>>())
        };
        assert_eq!(of(quick().collect()), of(suite().collect()));
        let count = quick().count();
        assert!(count <= 131, "{count} checks take more than a minute");
        assert_eq!(quick().map(|c| c.name).collect::<BTreeSet<_>>().len(), count);
    }
}
