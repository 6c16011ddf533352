//! Blocks of the softmax weights, reduced to one number each.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Outputs, base_params, check_bindings, tensor_views};
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Decision, Part, Plan, Policy, Problem, grid};
use crate::problem::{Attention, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// What stands for a block of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reduction {
    /// The largest (the target of SeerAttention's gate, before its rows are normalised).
    Max,
    /// The sum.
    Sum,
}

/// Maxima or sums of the softmax weights over blocks, from the log-sum-exp of an earlier pass
/// and in memory for the blocks alone: [`Role::Lse`] f32 `[batch, q_heads, q_len]` is read,
/// [`Role::Scores`] f32 `[batch, q_heads, ceil(q_len / block_q), ceil(kv_len / block_kv)]` written.
///
/// Sums with `block_q` of the whole length and `block_kv` 1 are the column sums; the weight that
/// a choice of blocks keeps is the sum over its blocks. A block without a visible pair has 0.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightMap {
    /// The attention whose weights are meant; its values and outputs take no part.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
    /// What stands for a block.
    pub reduction: Reduction,
}

impl WeightMap {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("block_q", self.block_q.into(), 1, 1 << 28)?;
        in_range("block_kv", self.block_kv.into(), 1, 1 << 28)?;
        for (on, what) in [
            (p.ragged.is_some(), "a ragged batch"),
            (p.past_len.is_some(), "past tokens"),
            (p.blocks.is_some(), "block lists"),
        ] {
            if on {
                return Err(Error::unsupported(
                    format!("a map of the weights with {what}"),
                    "it reads one dense form",
                ));
            }
        }
        Ok(())
    }

    fn blocks(&self) -> [u32; 2] {
        let p = &self.attention;
        [p.q_len.div_ceil(self.block_q), p.kv_len.div_ceil(self.block_kv)]
    }
}

impl Problem for WeightMap {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = Attention { lse: true, scores: None, ..self.attention.clone() };
        let [rows, columns] = self.blocks();
        let cells =
            [p.q_heads, rows, columns].iter().fold(u64::from(p.batch), |n, &s| n.saturating_mul(s.into()));
        if cells > u64::from(u32::MAX) {
            let what = Role::Scores.name().into();
            return Err(Error::IndexOverflow { what, needed: cells, limit: u32::MAX.into() });
        }
        let mut key = io::empty_key("weight_map", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("QK_DIM", Const::U32(p.qk_dim))];
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_qk(&p);
        io.key.bindings.push(Binding { name: "scores", element: "f32", access: Access::ReadWrite });
        io.key.bindings.push(Binding { name: "lse", element: "f32", access: Access::Read });
        io.key.fragments.push(match self.reduction {
            Reduction::Max => shader::MAP_MAX,
            Reduction::Sum => shader::MAP_SUM,
        });
        let edits = Edits::link(&p, &mut io, true, true);
        key.fragments.push(shader::WEIGHT_MAP);
        check_bindings(&key, caps)?;

        let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
        let outputs = Outputs::direct(&p, Some(Slot::Tensor(Role::Lse)));
        let [q, k, ..] = tensor_views(&p, &outputs);
        let grid = grid(cells.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = AttentionParams {
            grid_x: grid[0],
            // Checked above.
            cells: cells as u32,
            score_rows: rows,
            block_q: self.block_q,
            block_kv: self.block_kv,
            kv_blocks: columns,
            ..base_params(&p, &outputs, part, caps)
        };
        let table = |role, size| Bind { slot: Slot::Tensor(role), offset: 0, size };
        let mut binds = vec![
            q.bind(part, caps).0,
            k.bind(part, caps).0,
            table(Role::Scores, 4 * cells),
            table(Role::Lse, super::flash::lse_bytes(&p)),
        ];
        binds.extend(edits.binds(&p, part, caps)?);
        super::check_binds(&key, &binds, caps)?;
        let mut plan = Plan::empty();
        plan.tensors = p.tensors()?;
        plan.tensors.retain(|&(role, ..)| binds.iter().any(|b| b.slot == Slot::Tensor(role)));
        plan.tensors.iter_mut().for_each(|(_, _, written)| *written = false);
        plan.tensors.push((Role::Scores, 4 * cells, true));
        plan.cost.bytes = plan.tensors.iter().map(|(_, bytes, _)| bytes).sum();
        if cells > 0 {
            plan.dispatch_bytes(key, edits.params(&params), binds, grid, caps)?;
        }
        let why = format!("{:?} of {cells} blocks", self.reduction);
        plan.decisions.push(Decision { kernel: "weight_map".into(), taken: true, why });
        Ok(plan)
    }
}
