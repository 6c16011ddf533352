//! Stages one after another, with scratch memory between them.

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{CompactBlocks, Copy, Gate, Merge, MergeParts, SelectionForm, SomeKeys};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Role};
use crate::record::Slot;

/// A plan that grows by stages.
pub(super) struct Chain<'a> {
    plan: Plan,
    caps: &'a DeviceCaps,
    policy: &'a Policy,
}

impl<'a> Chain<'a> {
    pub(super) fn new(caps: &'a DeviceCaps, policy: &'a Policy) -> Self {
        Self { plan: Plan::empty(), caps, policy }
    }

    /// Adds a stage whose tensors `places` lie there; those of `kept` get scratch memory, which is
    /// returned for later stages. The others are the caller's.
    pub(super) fn run<const N: usize>(
        &mut self,
        stage: &dyn Problem,
        places: &[(Role, Slot)],
        kept: [Role; N],
    ) -> Result<[Slot; N]> {
        let stage = stage.plan(self.caps, self.policy)?;
        let slots = kept.map(|role| self.plan.scratch_for(&stage, role).1);
        let mut all = places.to_vec();
        all.extend(kept.into_iter().zip(slots));
        self.plan.append(stage, &all);
        Ok(slots)
    }

    /// Memory for later stages.
    pub(super) fn memory(&mut self, bytes: u64) -> Slot {
        self.plan.recording.scratch(bytes)
    }

    /// Adds attention of the same queries through several branches, each with its places, whose outputs lie in
    /// the slot returned; and their log-sum-exps for [`MergeParts`] in a second one, if they are wanted.
    fn branches(
        &mut self,
        parts: &[(Attention, Vec<(Role, Slot)>)],
        merged: bool,
    ) -> Result<(Slot, Option<Slot>)> {
        let size = |p: &Attention| {
            let [b, h, n, d] = p.shape(Role::O);
            (u64::from(b) * u64::from(h) * u64::from(n), [b, h, n, d])
        };
        let (rows, [batch, heads, len, dim]) = parts.first().map_or((0, [0; 4]), |(p, _)| size(p));
        let count = parts.len() as u64;
        let o = self.plan.recording.scratch(4 * count * rows * u64::from(dim));
        let lses = merged.then(|| self.plan.recording.scratch(8 * count * rows));
        for (n, (p, places)) in (0u64..).zip(parts) {
            if size(p).1 != [batch, heads, len, dim] {
                return Err(Error::mismatch("rows of a branch", rows, size(p).0));
            }
            let branch = Attention {
                out_dtype: DType::F32,
                o_layout: Layout::bhnd(heads, len, dim).at(n * rows * u64::from(dim)),
                lse: false,
                ..p.clone()
            };
            let mut places = places.clone();
            places.push((Role::O, o));
            let Some(lses) = lses else {
                self.run(&branch, &places, [])?;
                continue;
            };
            let [lse] = self.run(&SomeKeys(branch), &places, [Role::PartialLse])?;
            let input_layout = Layout::bhnd(heads, len, 2);
            let output_layout = input_layout.at(n * rows * 2);
            let copy = Copy { batch, heads, len, dim: 2, dtype: DType::F32, input_layout, output_layout };
            self.run(&copy, &[(Role::Input, lse), (Role::O, lses)], [])?;
        }
        Ok((o, lses))
    }

    /// Adds branches merged by their log-sum-exps into the output of `p`; `kept` of its tensors get
    /// scratch memory.
    pub(super) fn merged<const N: usize>(
        &mut self,
        p: &Attention,
        parts: &[(Attention, Vec<(Role, Slot)>)],
        kept: [Role; N],
    ) -> Result<[Slot; N]> {
        let (o, lses) = self.branches(parts, true)?;
        let [batch, heads, len, dim] = p.shape(Role::O);
        // A few branches.
        let parts = parts.len() as u32;
        let merge =
            Merge { parts, batch, heads, len, dim, dtype: p.out_dtype, layout: p.o_layout, lse: p.lse };
        let mut places = vec![(Role::PartialO, o)];
        places.extend(lses.map(|lses| (Role::PartialLse, lses)));
        self.run(&MergeParts(merge), &places, kept)
    }

    /// Adds branches weighted by [`Role::Gates`] f32 `[parts, batch, q_heads, q_len]` into the output of `p`.
    pub(super) fn gated(&mut self, p: &Attention, parts: &[(Attention, Vec<(Role, Slot)>)]) -> Result<()> {
        let (o, _) = self.branches(parts, false)?;
        let [batch, heads, len, dim] = p.shape(Role::O);
        // A few branches.
        let parts = parts.len() as u32;
        let gate = Gate { parts, batch, heads, len, dim, dtype: p.out_dtype, layout: p.o_layout };
        self.run(&gate, &[(Role::PartialO, o)], [])?;
        Ok(())
    }

    /// Adds the lists of a selection bits `[batch, heads, q_blocks, kv_blocks]`, for queries and keys in
    /// blocks of these sizes: the attention over them, and where its lists lie.
    pub(super) fn over_blocks(
        &mut self,
        p: &Attention,
        heads: u32,
        [block_q, block_kv]: [u32; 2],
        selection: Slot,
    ) -> Result<(Attention, Vec<(Role, Slot)>)> {
        let form = SelectionForm::Bits;
        let compact = CompactBlocks { heads, form, ..CompactBlocks::of_mask(p, block_q, block_kv) };
        let roles = [Role::BlockSpans, Role::BlockEntries];
        let lists = self.run(&compact, &[(Role::Selection, selection)], roles)?;
        let blocks = Some(compact.list(block_q, block_kv)?);
        Ok((Attention { blocks, scores: None, ..p.clone() }, roles.into_iter().zip(lists).collect()))
    }

    pub(super) fn finish(self) -> Plan {
        self.plan
    }
}

/// Checks attention of a sequence to itself, without masks, edits or a cache: what systems of several
/// stages take that cannot say what such a thing would mean in each.
pub(super) fn check_plain(p: &Attention) -> Result<()> {
    p.validate()?;
    p.check_self()?;
    check_unmasked(p)
}

/// As [`check_plain`], of a sequence to another or to a longer one.
pub(super) fn check_unmasked(p: &Attention) -> Result<()> {
    p.validate()?;
    let plain =
        Attention { scale: p.scale, visibility: p.visibility, lse: p.lse, ..Attention::of_tensors(p) };
    if plain != *p {
        return Err(Error::unsupported(
            "masks, edits, lists or a ragged batch in a system of several stages",
            "each stage scores pairs of its own",
        ));
    }
    Ok(())
}

/// The caller's tensor of a role.
pub(super) fn given(role: Role) -> Slot {
    Slot::Tensor(role)
}
