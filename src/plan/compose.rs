//! Plans one after another.

use super::{Plan, Policy, Problem};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::problem::{EditRows, Role};
use crate::record::{Dispatch, Recording, Slot};

impl Plan {
    /// A plan that does nothing yet.
    pub(crate) fn empty() -> Self {
        Self {
            recording: Recording::default(),
            tensors: Vec::new(),
            apart: Vec::new(),
            decisions: Vec::new(),
            cost: super::Cost::default(),
        }
    }

    /// Adds the work of `next` after this plan's. Its tensors named in `places` lie there; the
    /// others are the caller's, shared where both plans have one of the same role.
    pub(crate) fn append(&mut self, next: Plan, places: &[(Role, Slot)]) {
        let place = |role: Role| places.iter().find(|(r, _)| *r == role).map_or(Slot::Tensor(role), |p| p.1);
        let (scratch, kept) = (self.recording.scratch.len(), self.recording.kept.len());
        let moved = |mut dispatch: Dispatch| {
            for bind in &mut dispatch.binds {
                bind.slot = match bind.slot {
                    Slot::Scratch(n) => Slot::Scratch(n + scratch),
                    Slot::Kept(n) => Slot::Kept(n + kept),
                    Slot::Tensor(role) => place(role),
                };
            }
            dispatch
        };
        self.recording.ahead.extend(next.recording.ahead.into_iter().map(moved));
        self.recording.dispatches.extend(next.recording.dispatches.into_iter().map(moved));
        self.recording.scratch.extend(next.recording.scratch);
        self.recording.kept.extend(next.recording.kept);
        for (role, bytes, written) in next.tensors {
            let Slot::Tensor(role) = place(role) else {
                continue;
            };
            match self.tensors.iter_mut().find(|(r, ..)| *r == role) {
                Some(known) => *known = (role, known.1.max(bytes), known.2 || written),
                None => self.tensors.push((role, bytes, written)),
            }
        }
        self.decisions.extend(next.decisions);
        self.add_flops(next.cost.flops);
        self.count_bytes();
    }

    /// Has preparing do the work of `next`, once, and keep the tensors `roles` that it writes: all
    /// that it has. Says where they lie.
    pub(crate) fn ahead<const N: usize>(&mut self, next: Plan, roles: [Role; N]) -> [(Role, Slot); N] {
        let places = roles.map(|role| (role, self.recording.kept(bytes_of(&next, role))));
        let calls = self.recording.dispatches.len();
        self.append(next, &places);
        let once = self.recording.dispatches.split_off(calls);
        self.recording.ahead.extend(once);
        places
    }

    /// This plan, with the rows that it writes to `o` edited on their way to the caller.
    pub(crate) fn then_edit(self, rows: &EditRows, caps: &DeviceCaps) -> Result<Self> {
        let mut plan = Self::empty();
        let o = plan.scratch_for(&self, Role::O);
        plan.append(self, &[o]);
        plan.append(rows.plan(caps, &Policy::default())?, &[(Role::Input, o.1)]);
        Ok(plan)
    }

    /// Scratch memory in place of a tensor that `of` reads or writes.
    pub(crate) fn scratch_for(&mut self, of: &Plan, role: Role) -> (Role, Slot) {
        (role, self.recording.scratch(bytes_of(of, role)))
    }
}

/// Bytes of a tensor of a plan; 0 if it has none of that role.
fn bytes_of(plan: &Plan, role: Role) -> u64 {
    plan.tensors.iter().find(|(r, ..)| *r == role).map_or(0, |(_, bytes, _)| *bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Attention;

    #[test]
    fn tensors_are_shared_and_scratch_is_not() {
        let caps = DeviceCaps::webgpu_minimum();
        let policy = Policy { splits: Some(2), ..Default::default() };
        let one = Attention::new(1, 1, 256, 16).plan(&caps, &policy).unwrap();
        let mut both = one.clone();
        let place = both.scratch_for(&one, Role::O);
        both.append(one.clone(), &[place]);
        assert_eq!(both.tensors, one.tensors);
        assert_eq!(both.recording.scratch.len(), 2 * one.recording.scratch.len() + 1);
        let slots = |plan: &Plan, n: usize| {
            plan.recording.dispatches[n].binds.iter().map(|b| b.slot).collect::<Vec<_>>()
        };
        assert!(slots(&one, 0).contains(&Slot::Scratch(0)));
        assert!(slots(&both, 2).contains(&Slot::Scratch(3)));
        assert!(slots(&both, 3).contains(&place.1));
        assert_eq!(both.cost.flops, 2 * one.cost.flops);
    }
}
