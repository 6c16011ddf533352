//! Block lists from a user's `mask_mod`.

use super::io::{self, KeyIo};
use super::{CompactBlocks, LINEAR_WORKGROUP, SelectionForm};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{Attention, BlockList, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, Hook, HookKind, params};

params! {
    /// Parameters of `mask_blocks.wgsl`.
    MaskBlocksParams {
        grid_x: u32, cells: u32, words: u32, blocks: u32, q_blocks: u32, heads: u32,
        block_q: u32, block_kv: u32, q_len: u32, kv_len: u32,
    }
}

/// Asks the `mask_mod` of an [`Attention`] for every pair and lists the blocks in which it shows
/// any: [`Role::BlockSpans`] and [`Role::BlockEntries`], for as many calls as the mask holds.
///
/// Attention with `blocks: Some(list)` of [`MaskBlocks::list`] then visits those blocks only, and
/// asks the function again only in blocks that it hides a part of. Batch entries and heads share
/// their lists where the function does not read them.
///
/// Plans of enough work list blocks by themselves. If the function reads no buffers, its lists
/// follow from the plan: they are made once, as it is prepared, and kept with it; another number
/// ([`Hook::set`]) is another plan, with lists of its own. What a function reads of buffers may
/// change unseen, so that its lists are made in every call; who knows when it changes runs this
/// stage then, and gives the lists to the calls.
///
/// ```
/// use wgpu_attention::{Attention, Hook, HookKind, MaskBlocks};
/// let source = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
///     return q_idx / 512u == kv_idx / 512u;
/// }";
/// let p = Attention::new(1, 8, 4096, 64).hook(Hook::new(HookKind::MaskMod, source)?);
/// let stage = MaskBlocks::new(p.clone());
/// let sparse = Attention { blocks: Some(stage.list()?), ..p };
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct MaskBlocks {
    /// The attention with the `mask_mod`; its other parts play no role.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block, at least 2.
    pub block_kv: u32,
}

/// Bytes of lists that a prepared plan keeps at most.
const KEPT: u64 = 64 << 20;
/// Pairs from which a plan makes lists by itself.
const WORTH: u64 = 512 * 512;

impl MaskBlocks {
    /// Blocks of 256 queries and 64 keys.
    pub fn new(attention: Attention) -> Self {
        Self { attention, block_q: 256, block_kv: 64 }
    }

    fn hook(&self) -> Result<&Hook> {
        let found = self.attention.hook_of(HookKind::MaskMod);
        found.ok_or(Error::Contradiction { what: "mask_mod", why: "blocks are listed from one".into() })
    }

    fn compact(&self) -> Result<CompactBlocks> {
        let (p, reads) = (&self.attention, self.hook()?.reads());
        in_range("block_q", self.block_q.into(), 1, 1 << 16)?;
        in_range("block_kv", self.block_kv.into(), 2, 1 << 16)?;
        Ok(CompactBlocks {
            batch: if reads[0] { p.batch } else { 1 },
            heads: if reads[1] { p.q_heads } else { 1 },
            rows: p.q_len.div_ceil(self.block_q).saturating_mul(2),
            blocks: p.kv_len.div_ceil(self.block_kv),
            heads_of_list: 1,
            rows_of_list: 2,
            form: SelectionForm::Bits,
        })
    }

    /// What the lists are to the attention.
    ///
    /// # Errors
    /// As [`Problem::plan`].
    pub fn list(&self) -> Result<BlockList> {
        Ok(BlockList { mask_mod: true, ..self.compact()?.list(self.block_q, self.block_kv)? })
    }

    fn record(&self, compact: &CompactBlocks, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let (p, hook) = (&self.attention, self.hook()?);
        let words = compact.blocks.div_ceil(32);
        let rows = u64::from(compact.batch) * u64::from(compact.heads) * u64::from(compact.rows / 2);
        let queries = self.block_q.min(p.q_len).div_ceil(8) + 2;
        let keys = self.block_kv.min(p.kv_len).div_ceil(LINEAR_WORKGROUP);
        let rounds = compact.blocks.min(32) * (keys * queries + 2) + 1;
        caps.check_rounds("mask_blocks", rounds.into())?;
        let mut key = io::empty_key("mask_blocks", MaskBlocksParams::WGSL);
        // Where rounds are counted, the driver counts those of a loop that the text has.
        key.unrolled = caps.loop_rounds().is_some();
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let access = Access::ReadWrite;
        key.bindings.push(Binding { name: Role::Selection.name(), element: "u32", access });
        key.fragments = vec![shader::SCORE_MASKED, shader::GROUP_LIB, shader::MASK_BLOCKS];
        let buffers = KeyIo { key: &mut key, caps }.hook(hook);
        let cells = rows * u64::from(words);
        let grid = grid(cells, caps)?;
        let params = MaskBlocksParams {
            grid_x: grid[0],
            // At most the entries of the lists, which fit 32 bits.
            cells: cells as u32,
            words,
            blocks: compact.blocks,
            q_blocks: compact.rows / 2,
            heads: compact.heads,
            block_q: self.block_q,
            block_kv: self.block_kv,
            q_len: p.q_len,
            kv_len: p.kv_len,
        };
        let selection = (Slot::Tensor(Role::Selection), 8 * cells);
        let all = std::iter::once(selection).chain(buffers);
        let binds = all.map(|(slot, size)| Bind { slot, offset: 0, size }).collect();
        let params = [bytemuck::bytes_of(&params), &hook.values()].concat();
        plan.dispatch_bytes(key, params, binds, grid, caps)?;
        plan.tensors.push((Role::Selection, 8 * cells, true));
        hook.add_tensors(&mut plan.tensors);
        let why = format!("{rows} x {} blocks by the mask_mod", compact.blocks);
        plan.take("mask_blocks", why);
        Ok(())
    }
}

impl Problem for MaskBlocks {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.attention.validate()?;
        let compact = self.compact()?;
        let mut asked = Plan::empty();
        if compact.rows > 0 && compact.batch > 0 {
            // Checks the sizes first.
            compact.list(self.block_q, self.block_kv)?;
            self.record(&compact, caps, &mut asked)?;
        }
        let compacted = compact.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let bits = plan.scratch_for(&compacted, Role::Selection);
        plan.append(asked, &[bits]);
        plan.append(compacted, &[bits]);
        Ok(plan)
    }
}

impl Attention {
    /// Attention over the blocks that the `mask_mod` shows, listed in the same call; `None` where
    /// that does not pay or does not fit.
    pub(crate) fn plan_masked(
        &self,
        parts: Option<Slot>,
        caps: &DeviceCaps,
        policy: &Policy,
    ) -> Result<Option<Plan>> {
        let pairs = u64::from(self.q_len) * u64::from(self.kv_len);
        let possible = self.hook_of(HookKind::MaskMod).is_some()
            && self.blocks.is_none()
            && self.scores.is_none()
            && self.statistic().is_none()
            && policy.kernel.as_deref() != Some("naive");
        if !possible || pairs < WORTH || self.q_len < 128 || self.batch == 0 {
            return Ok(None);
        }
        let stage = MaskBlocks::new(self.clone());
        let planned = || {
            let sparse = Self { blocks: Some(stage.list()?), ..self.clone() };
            Ok((stage.plan(caps, policy)?, sparse.plan_as(parts, caps, policy)?))
        };
        // One binding more than the device has, say, or a tile with more rows than a block: the mask alone is
        // right as well, and has the same errors if it is not the lists that are refused.
        let Ok::<(Plan, Plan), Error>((lists, attend)) = planned() else {
            return Ok(None);
        };
        let mut plan = Plan::empty();
        let roles = [Role::BlockSpans, Role::BlockEntries];
        let bytes: u64 = lists.tensors.iter().map(|(_, bytes, _)| bytes).sum();
        let reads = lists.tensors.iter().any(|(role, ..)| !roles.contains(role));
        let (keep, why) = match (reads, bytes > KEPT) {
            (true, _) => (false, "made in every call: the mask_mod reads buffers, which may change".into()),
            (_, true) => (false, format!("made in every call: {bytes} bytes are more than {KEPT}")),
            _ => (true, "made once, with the plan: the mask_mod reads numbers only".to_string()),
        };
        plan.decide("lists kept", keep, why);
        let places = if keep {
            plan.ahead(lists, roles)
        } else {
            let places = roles.map(|role| plan.scratch_for(&attend, role));
            plan.append(lists, &places);
            places
        };
        plan.append(attend, &places);
        Ok(Some(plan))
    }
}
