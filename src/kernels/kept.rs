//! What block lists keep.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params};
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, Plan, Policy, Problem, grid};
use crate::problem::{Attention, BlockList, Role};
use crate::record::Slot;
use crate::shader::{self, Access, Binding, Const};

/// What the block lists of an attention keep of every row: the share of its softmax mass
/// ([`Role::KeptMass`]) and how many of its keys ([`Role::NamedKeys`]).
///
/// Read are the lists and two log-sum-exps f32 `[batch, q_heads, q_len]` of earlier calls: of the
/// attention over the lists, [`Role::Lse`], and of the same attention without them,
/// [`KeptMass::DENSE_LSE`]. The mass is `exp(lse - dense lse)`; a row that sees no key at all keeps
/// all of nothing, 1. The density of the choice is the sum of the first numbers of
/// [`Role::NamedKeys`] over that of the second. Keys that a mask, a hook or the selection of a
/// partial block hides are counted, keys outside of causal, window and length bounds are not; a
/// block named twice counts twice.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptMass {
    /// The attention, with its lists.
    pub attention: Attention,
}

impl KeptMass {
    /// Log-sum-exp of the attention without its lists.
    pub const DENSE_LSE: Role = Role::User("dense_lse");

    fn list(&self) -> Result<&BlockList> {
        self.attention.validate()?;
        if self.attention.ragged.is_some() {
            return Err(Error::unsupported("what lists keep of a ragged batch", "rows have one length"));
        }
        let why = || Error::Contradiction { what: "blocks", why: "without lists all is kept".into() };
        self.attention.blocks.as_ref().ok_or_else(why)
    }
}

impl Problem for KeptMass {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let (p, list) = (&self.attention, self.list()?);
        let rows = super::flash::rows(p);
        if rows > u64::from(u32::MAX) {
            let what = Role::KeptMass.name().into();
            return Err(Error::IndexOverflow { what, needed: rows, limit: u32::MAX.into() });
        }
        caps.check_rounds("kept", u64::from(list.longest(p)) + 1)?;
        // No more than there are rows, which fit.
        let block_q = list.block_q.min(p.q_len).max(1).saturating_mul(p.pack());
        let mut key = io::empty_key("kept", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("BLOCK_Q", Const::U32(block_q))];
        let mut io = KeyIo { key: &mut key, caps };
        let mut edits = Edits::link_lengths(p, &mut io);
        let [spans, entries, _] = list.bytes(p);
        let mut plan = Plan::empty();
        plan.tensors = p.tensors()?;
        plan.tensors.retain(|(role, ..)| *role == Role::KvLengths);
        for (role, element, bytes, written) in [
            (Role::BlockSpans, "vec2<u32>", spans, false),
            (Role::BlockEntries, "u32", entries, false),
            (Role::Lse, "f32", 4 * rows, false),
            (Self::DENSE_LSE, "f32", 4 * rows, false),
            (Role::KeptMass, "f32", 4 * rows, true),
            (Role::NamedKeys, "vec2<u32>", 8 * rows, true),
        ] {
            let access = if written { Access::ReadWrite } else { Access::Read };
            io.key.bindings.push(Binding { name: role.name(), element, access });
            edits.add(Slot::Tensor(role), bytes);
            plan.tensors.push((role, bytes, written));
        }
        key.fragments.extend([shader::TILES_LIST_ROWS, shader::KEPT]);
        plan.count_bytes();
        let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
        if rows > 0 {
            let grid = grid(rows.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
            let outputs = Outputs::direct(p, Lse::default());
            // `rows` was checked above.
            let params = AttentionParams {
                grid_x: grid[0],
                cells: rows as u32,
                ..base_params(p, &outputs, part, caps)
            };
            plan.dispatch_bytes(key, edits.params(&params), edits.binds(p, part, caps)?, grid, caps)?;
        }
        let why = format!("mass and keys of {rows} rows");
        plan.take("kept", why);
        Ok(plan)
    }
}
