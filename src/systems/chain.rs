//! Stages one after another, with scratch memory between them.

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{CompactBlocks, Gate, Merge, MergeParts, SelectionForm, SomeKeys, StridedCopy};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Role, Visibility};
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

    /// Adds attention of the same queries through several branches, each with its places, whose outputs lie one
    /// after the other at `o`; and their log-sum-exps, if they are wanted, in one number ([`Role::Lse`]) or for
    /// [`MergeParts`] in two ([`Role::PartialLse`]).
    pub(super) fn branches(
        &mut self,
        parts: &[(Attention, Vec<(Role, Slot)>)],
        o: Slot,
        lses: Option<(Role, Slot)>,
    ) -> Result<()> {
        let shape = parts.first().map_or([0; 4], |(p, _)| p.shape(Role::O));
        let ([batch, heads, len, dim], rows) = (shape, rows_of(shape));
        for (n, (p, places)) in (0u64..).zip(parts) {
            if p.shape(Role::O) != shape {
                return Err(Error::mismatch("rows of a branch", rows, rows_of(p.shape(Role::O))));
            }
            let branch = Attention {
                out_dtype: DType::F32,
                o_layout: Layout::bhnd(heads, len, dim).at(n * rows * u64::from(dim)),
                lse: lses.is_some_and(|(role, _)| role == Role::Lse),
                ..p.clone()
            };
            let mut places = places.clone();
            places.push((Role::O, o));
            let (numbers, [lse], to) = match lses {
                None => {
                    self.run(&branch, &places, [])?;
                    continue;
                }
                Some((Role::Lse, to)) => (1, self.run(&branch, &places, [Role::Lse])?, to),
                Some((role, to)) => (2, self.run(&SomeKeys(branch), &places, [role])?, to),
            };
            let input_layout = Layout::bhnd(heads, len, numbers);
            let output_layout = input_layout.at(n * rows * u64::from(numbers));
            let copy = StridedCopy {
                batch,
                heads,
                len,
                dim: numbers,
                dtype: DType::F32,
                input_layout,
                output_layout,
            };
            self.run(&copy, &[(Role::Input, lse), (Role::O, to)], [])?;
        }
        Ok(())
    }

    /// Memory for the outputs of so many branches in the shape of `p`'s, of numbers of f32.
    fn outputs(&mut self, p: &Attention, branches: usize) -> Slot {
        let shape = p.shape(Role::O);
        self.memory(4 * branches as u64 * rows_of(shape) * u64::from(shape[3]))
    }

    /// Adds branches merged by their log-sum-exps into the output of `p`; `kept` of its tensors get
    /// scratch memory.
    pub(super) fn merged<const N: usize>(
        &mut self,
        p: &Attention,
        parts: &[(Attention, Vec<(Role, Slot)>)],
        kept: [Role; N],
    ) -> Result<[Slot; N]> {
        let [batch, heads, len, dim] = p.shape(Role::O);
        let o = self.outputs(p, parts.len());
        let lses = self.memory(8 * parts.len() as u64 * rows_of(p.shape(Role::O)));
        self.branches(parts, o, Some((Role::PartialLse, lses)))?;
        // At most 512 branches.
        let parts = parts.len() as u32;
        let merge =
            Merge { parts, batch, heads, len, dim, dtype: p.out_dtype, layout: p.o_layout, lse: p.lse };
        self.run(&MergeParts(merge), &[(Role::PartialO, o), (Role::PartialLse, lses)], kept)
    }

    /// Adds branches weighted by [`Role::Gates`] f32 `[parts, batch, q_heads, q_len]` into the output of `p`.
    pub(super) fn gated(&mut self, p: &Attention, parts: &[(Attention, Vec<(Role, Slot)>)]) -> Result<()> {
        let o = self.outputs(p, parts.len());
        self.branches(parts, o, None)?;
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

/// Rows of an output.
fn rows_of([batch, heads, len, _]: [u32; 4]) -> u64 {
    u64::from(batch) * u64::from(heads) * u64::from(len)
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
    check_used(p, &used(p))
}

/// The scale, the visibility and the log-sum-exp of `p`: what most stages take over.
pub(super) fn used(p: &Attention) -> Attention {
    Attention { scale: p.scale, visibility: p.visibility, lse: p.lse, ..Attention::of_tensors(p) }
}

/// Bounds without windows.
pub(super) fn windowless(p: &Attention) -> Visibility {
    Visibility { window_left: None, window_right: None, ..p.visibility }
}

/// Checks that `p` asks for nothing but what `used` does.
pub(super) fn check_used(p: &Attention, used: &Attention) -> Result<()> {
    if used != p {
        return Err(Error::unsupported(
            "masks, windows, edits, hooks, lists, past tokens or a ragged batch in a system of several stages",
            "each stage scores pairs of its own",
        ));
    }
    Ok(())
}

/// The caller's tensor of a role.
pub(super) fn given(role: Role) -> Slot {
    Slot::Tensor(role)
}
