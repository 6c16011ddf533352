//! Block lists from selections.

use super::LINEAR_WORKGROUP;
use super::io;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{Attention, BlockList, Role, product};
use crate::shader::{self, Access, Binding, Const, params};

params! {
    /// Parameters of `compact.wgsl`.
    CompactParams {
        grid_x: u32, lists: u32, lists_of_head: u32, rows_of_list: u32,
        heads_of_list: u32, rows: u32, blocks: u32, words: u32,
    }
}

/// How a selection lies in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SelectionForm {
    /// [`Role::BlockMask`], a byte for each row and block of keys.
    Bytes,
    /// [`Role::Selection`], a bit for each.
    Bits,
}

/// Turns a selection `[batch, heads, rows, blocks]` into block lists, ascending.
///
/// `heads_of_list` heads and `rows_of_list` rows, one after another, share a list: it names the
/// blocks that any of them selects, and marks those that not all of them select as partial.
/// With one head and row a list, every block is seen whole.
///
/// Written: [`Role::BlockSpans`] u32 `[batch, heads / heads_of_list, ceil(rows / rows_of_list),
/// 2]`, and [`Role::BlockEntries`] with room for `blocks` in each list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompactBlocks {
    /// Batch entries of the selection.
    pub batch: u32,
    /// Heads of the selection.
    pub heads: u32,
    /// Rows of a head: blocks of queries, or queries.
    pub rows: u32,
    /// Blocks of keys.
    pub blocks: u32,
    /// Heads that share a list; divides `heads`.
    pub heads_of_list: u32,
    /// Rows that share a list.
    pub rows_of_list: u32,
    /// Form of the selection.
    pub form: SelectionForm,
}

impl CompactBlocks {
    fn lists(&self) -> u64 {
        let of_head = u64::from(self.rows.div_ceil(self.rows_of_list));
        u64::from(self.batch) * u64::from(self.heads / self.heads_of_list) * of_head
    }

    /// The lists, for queries in blocks of `block_q` and keys in blocks of `block_kv`. Whether
    /// attention must ask the selection for partial blocks is left to the caller.
    ///
    /// # Errors
    /// As [`Problem::plan`].
    pub fn list(&self, block_q: u32, block_kv: u32) -> Result<BlockList> {
        self.validate()?;
        Ok(BlockList {
            block_q,
            block_kv,
            batch: self.batch,
            heads: self.heads / self.heads_of_list,
            // Checked to fit 32 bits.
            entries: (self.lists() * u64::from(self.blocks)) as u32,
            selection_heads: None,
            mask_mod: false,
        })
    }

    /// The block mask `[batch, q_heads, q_blocks, kv_blocks]` of an attention.
    pub fn of_mask(p: &Attention, block_q: u32, block_kv: u32) -> Self {
        Self {
            batch: p.batch,
            heads: p.q_heads,
            rows: p.q_len.div_ceil(block_q.max(1)),
            blocks: p.kv_len.div_ceil(block_kv.max(1)),
            heads_of_list: 1,
            rows_of_list: 1,
            form: SelectionForm::Bytes,
        }
    }

    fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("blocks", self.blocks.into(), 1, u32::MAX.into())?;
        in_range("heads_of_list", self.heads_of_list.into(), 1, self.heads.into())?;
        in_range("rows_of_list", self.rows_of_list.into(), 1, u32::MAX.into())?;
        if !self.heads.is_multiple_of(self.heads_of_list) {
            return Err(Error::Contradiction {
                what: "heads_of_list",
                why: format!("{} does not divide heads {}", self.heads_of_list, self.heads),
            });
        }
        let limit = u64::from(u32::MAX) / 2;
        let needed = product(&[self.batch, self.heads, self.rows, self.blocks]);
        if needed > limit {
            return Err(Error::IndexOverflow { what: Role::BlockEntries.name().into(), needed, limit });
        }
        Ok(())
    }

    /// Rounds of loops for a list: for every 32 blocks those of its heads and rows, whose bytes are gathered, and
    /// of the blocks.
    fn rounds(&self) -> u64 {
        let blocks = u64::from(self.blocks.min(32));
        let row = if self.form == SelectionForm::Bytes { blocks + 2 } else { 1 };
        let head = u64::from(self.rows_of_list.min(self.rows)) * row + 2;
        u64::from(self.blocks.div_ceil(32)).saturating_mul(u64::from(self.heads_of_list) * head + blocks + 3)
    }

    /// Input, spans and entries: role, bytes, whether it is written.
    fn tensors(&self) -> [(Role, u64, bool); 3] {
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.rows);
        let input = match self.form {
            SelectionForm::Bytes => (Role::BlockMask, rows * u64::from(self.blocks), false),
            SelectionForm::Bits => (Role::Selection, 4 * rows * u64::from(self.blocks.div_ceil(32)), false),
        };
        let lists = self.lists();
        let entries = 4 * lists * u64::from(self.blocks);
        [input, (Role::BlockSpans, 8 * lists, true), (Role::BlockEntries, entries, true)]
    }

    fn key(&self) -> crate::shader::ShaderKey {
        let mut key = io::empty_key("compact", CompactParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let loader = match self.form {
            SelectionForm::Bytes => shader::SELECTION_BYTES,
            SelectionForm::Bits => shader::SELECTION_BITS,
        };
        key.fragments = vec![shader::GROUP_LIB, loader, shader::COMPACT];
        for (role, _, written) in self.tensors() {
            let element = if role == Role::BlockSpans { "vec2<u32>" } else { "u32" };
            let access = if written { Access::ReadWrite } else { Access::Read };
            key.bindings.push(Binding { name: role.name(), element, access });
        }
        key
    }
}

impl Problem for CompactBlocks {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let tensors = self.tensors();
        let mut plan = Plan::of(tensors.to_vec(), 0);
        let lists = self.lists();
        if lists == 0 {
            return Ok(plan);
        }
        caps.check_rounds("compact", self.rounds())?;
        let key = self.key();
        let grid = grid(lists.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = CompactParams {
            grid_x: grid[0],
            // At most the entries, which fit 31 bits.
            lists: lists as u32,
            lists_of_head: self.rows.div_ceil(self.rows_of_list),
            rows_of_list: self.rows_of_list,
            heads_of_list: self.heads_of_list,
            rows: self.rows,
            blocks: self.blocks,
            words: self.blocks.div_ceil(32),
        };
        plan.dispatch_whole(key, &params, grid, caps)?;
        let why = format!("{lists} lists of at most {} blocks", self.blocks);
        plan.take("compact", why);
        Ok(plan)
    }
}
