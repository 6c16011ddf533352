//! The choice of blocks by a search through ranges of keys.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, tensor_views};
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Part, Plan, Policy, Problem, grid};
use crate::problem::{Attention, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// Blocks of keys for every block of queries, found without looking at every key (Lee et al. 2024,
/// HiP): [`Role::Q`] and [`Role::K`] to [`Role::Selection`] bits `[batch, q_heads, ceil(q_len / block_q),
/// ceil(kv_len / block_kv)]`, rounded up to words.
///
/// The blocks that some query of the block may see by causal and window bounds are cut into `kept`
/// ranges as even as can be, the longer ones first. In each round every range is halved, the first
/// half the longer one; the key in the middle of a half stands for it, `(first key + key past the last)
/// / 2`, its score is the largest of its products with the block's queries, and the `kept` best halves go
/// on, of equal ones the first, until each is one block. A NaN is no better than anything.
/// `log2(blocks / kept)` rounds, rounded up, of `2 kept` keys each.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeSearch {
    /// The attention that the blocks are for. Its values and masks take no part.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
    /// Blocks that the search ends with, at most 256.
    pub kept: u32,
    /// The blocks from that of the first query's last visible key to the last visible one are chosen besides:
    /// under a causal mask those of the queries' own positions, without a right bound the last one alone.
    pub own: bool,
}

impl TreeSearch {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("block_q", self.block_q.into(), 1, 1 << 16)?;
        in_range("block_kv", self.block_kv.into(), 1, 1 << 16)?;
        in_range("kept", self.kept.into(), 1, 256)?;
        if p.ragged.is_some() || p.kv_lengths || p.past_len.is_some() {
            return Err(Error::unsupported("a search in a ragged batch or a cache", "rows have one length"));
        }
        Ok(())
    }
}

impl Problem for TreeSearch {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        let (rows, blocks) = (p.q_len.div_ceil(self.block_q), p.kv_len.div_ceil(self.block_kv));
        let groups = u64::from(p.batch) * u64::from(p.q_heads) * u64::from(rows);
        let words = groups * u64::from(blocks.div_ceil(32));
        if words > u64::from(u32::MAX) {
            let what = Role::Selection.name().into();
            return Err(Error::IndexOverflow { what, needed: words, limit: u32::MAX.into() });
        }
        let (halves, ranges) = (2 * self.kept, blocks.div_ceil(self.kept));
        // A thread goes over its halves three times, until ranges are of one block.
        let scores = u64::from(self.block_q.min(p.q_len)) * (super::rounds_of_fours(p) + 1);
        let search = u64::from(halves.div_ceil(LINEAR_WORKGROUP)) * (scores + u64::from(2 * halves + 6)) + 4;
        let ends = u64::from(blocks.div_ceil(32).div_ceil(LINEAR_WORKGROUP)) * u64::from(self.kept + 36);
        caps.check_rounds("tree", u64::from(ranges.next_power_of_two().ilog2()) * search + ends)?;
        let mut key = io::empty_key("tree", AttentionParams::WGSL);
        key.consts = vec![
            ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
            ("QK_DIM", Const::U32(p.qk_dim)),
            ("KEPT", Const::U32(self.kept)),
            ("OWN", Const::Bool(self.own)),
        ];
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_qk(p);
        let access = Access::ReadWrite;
        io.key.bindings.push(Binding { name: Role::Selection.name(), element: "u32", access });
        Edits::link_lengths(p, &mut io);
        key.fragments.push(shader::TREE);

        let mut plan = Plan::empty();
        plan.tensors = p.tensors()?;
        plan.tensors.retain(|(role, ..)| matches!(role, Role::Q | Role::K));
        plan.tensors.push((Role::Selection, 4 * words, true));
        plan.count_bytes();
        let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
        let outputs = Outputs::direct(p, Lse::default());
        let [q, k, ..] = tensor_views(p, &outputs);
        if words > 0 {
            let grid = grid(groups, caps)?;
            let params = AttentionParams {
                grid_x: grid[0],
                // At most the words, which were checked.
                groups: groups as u32,
                q_tiles: rows,
                block_q: self.block_q,
                block_kv: self.block_kv,
                select_words: blocks.div_ceil(32),
                ..base_params(p, &outputs, part, caps)
            };
            let selection = Bind { slot: Slot::Tensor(Role::Selection), offset: 0, size: 4 * words };
            let binds = vec![q.bind(part, caps).0, k.bind(part, caps).0, selection];
            plan.dispatch(key, &params, binds, grid, caps)?;
        }
        let why = format!("{} of {blocks} blocks for {groups} rows", self.kept);
        plan.take("tree", why);
        Ok(plan)
    }
}
