//! Cells of the softmax weights or scores, reduced to one number each.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, tensor_views};
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Part, Plan, Policy, Problem, grid};
use crate::problem::{Attention, Role, ScoreStage, product};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// What stands for a cell of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reduction {
    /// The largest (the target of SeerAttention's gate, before its rows are normalised).
    Max,
    /// The sum.
    Sum,
    /// `-sum w ln w`, in nats: over [`MapCells::ROWS`] the entropy of every row.
    Entropy,
    /// The log-sum-exp of the scores themselves, -inf for a cell without a visible pair: what one
    /// block of keys alone would give its rows. [`Role::Lse`] is not read.
    Lse,
}

/// The cells of a map of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MapCells {
    /// Blocks of queries by blocks of keys; sizes over the lengths mean all.
    Blocks {
        /// Queries of a block.
        block_q: u32,
        /// Keys of a block.
        block_kv: u32,
    },
    /// Diagonals: cell `t` of `q_len + kv_len - 1` holds the pairs with `j - i = t - (q_len - 1)`.
    Diagonals,
}

impl MapCells {
    /// One cell a query: what becomes of its row.
    pub const ROWS: Self = Self::Blocks { block_q: 1, block_kv: 1 << 28 };
    /// One cell a key: what it receives from all queries.
    pub const COLUMNS: Self = Self::Blocks { block_q: 1 << 28, block_kv: 1 };
}

/// Maxima, sums or entropies of the softmax weights over cells, or log-sum-exps of the scores, from the
/// log-sum-exp of an earlier pass and in memory for the cells alone: [`Role::Lse`] f32 `[batch, q_heads,
/// q_len]` is read, [`Role::Scores`] f32 `[batch, q_heads, ceil(q_len / block_q), ceil(kv_len / block_kv)]`
/// written, or `[batch, q_heads, 1, q_len + kv_len - 1]` for diagonals.
///
/// The weight that a choice of blocks keeps is the sum over its blocks. A cell without a visible
/// pair has weight 0.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightMap {
    /// The attention whose weights are meant; its values and outputs take no part.
    pub attention: Attention,
    /// The cells.
    pub cells: MapCells,
    /// What stands for a cell.
    pub reduction: Reduction,
}

impl WeightMap {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        if let MapCells::Blocks { block_q, block_kv } = self.cells {
            in_range("block_q", block_q.into(), 1, 1 << 28)?;
            in_range("block_kv", block_kv.into(), 1, 1 << 28)?;
        }
        for (on, what) in [
            (p.ragged.is_some(), "a ragged batch"),
            (!p.is_softmax(), "weights other than a softmax"),
            (p.row_weights.is_some(), "weights of rows"),
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

    /// Rows and columns of cells.
    fn cells(&self) -> [u32; 2] {
        let p = &self.attention;
        match self.cells {
            MapCells::Blocks { block_q, block_kv } => {
                [p.q_len.div_ceil(block_q), p.kv_len.div_ceil(block_kv)]
            }
            MapCells::Diagonals if p.q_len == 0 || p.kv_len == 0 => [1, 0],
            MapCells::Diagonals => [1, p.q_len + p.kv_len - 1],
        }
    }
}

impl Problem for WeightMap {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let reads_lse = self.reduction != Reduction::Lse;
        let p = Attention { lse: reads_lse, scores: None, ..self.attention.clone() };
        let [rows, columns] = self.cells();
        let cells = product(&[p.batch, p.q_heads, rows, columns]);
        if cells > u64::from(u32::MAX) {
            let what = Role::Scores.name().into();
            return Err(Error::IndexOverflow { what, needed: cells, limit: u32::MAX.into() });
        }
        let features = u64::from(p.qk_dim.div_ceil(4)) + 2;
        let pairs = match self.cells {
            MapCells::Blocks { block_q, block_kv } => {
                let keys = u64::from(block_kv.min(p.kv_len));
                u64::from(block_q.min(p.q_len)).saturating_mul(keys * features + 2)
            }
            MapCells::Diagonals => u64::from(p.q_len) * (features + 2),
        };
        caps.check_rounds("weight_map", pairs)?;
        let mut key = io::empty_key("weight_map", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("QK_DIM", Const::U32(p.qk_dim))];
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_qk(&p);
        io.key.bindings.push(Binding { name: "scores", element: "f32", access: Access::ReadWrite });
        if reads_lse {
            io.key.bindings.push(Binding { name: "lse", element: "f32", access: Access::Read });
        }
        io.key.fragments.push(if reads_lse { shader::MAP_ROW_LSE } else { shader::MAP_ROW_NONE });
        io.key.fragments.push(match self.reduction {
            Reduction::Max => shader::MAP_MAX,
            Reduction::Sum => shader::MAP_SUM,
            Reduction::Entropy => shader::MAP_ENTROPY,
            Reduction::Lse => shader::STAT_LSE,
        });
        let (cell, [block_q, block_kv]) = match self.cells {
            MapCells::Blocks { block_q, block_kv } => (shader::MAP_BLOCKS, [block_q, block_kv]),
            MapCells::Diagonals => (shader::MAP_DIAGONALS, [1, 1]),
        };
        io.key.fragments.push(cell);
        let edits = Edits::link_scores(&p, &mut io, ScoreStage::Bias);
        key.fragments.push(shader::WEIGHT_MAP);

        let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
        let outputs = Outputs::direct(&p, Lse::default());
        let [q, k, ..] = tensor_views(&p, &outputs);
        let grid = grid(cells.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = AttentionParams {
            grid_x: grid[0],
            // Checked above.
            cells: cells as u32,
            score_rows: rows,
            block_q,
            block_kv,
            kv_blocks: columns,
            ..base_params(&p, &outputs, part, caps)
        };
        let table = |role, size| Bind { slot: Slot::Tensor(role), offset: 0, size };
        let mut binds = vec![q.bind(part, caps).0, k.bind(part, caps).0, table(Role::Scores, 4 * cells)];
        if reads_lse {
            binds.push(table(Role::Lse, 4 * super::flash::rows(&p)));
        }
        binds.extend(edits.binds(&p, part, caps)?);
        super::check_binds(&key, &binds, caps)?;
        let mut plan = Plan::empty();
        plan.tensors = p.tensors()?;
        plan.tensors.retain(|&(role, ..)| binds.iter().any(|b| b.slot == Slot::Tensor(role)));
        plan.tensors.iter_mut().for_each(|(_, _, written)| *written = false);
        plan.tensors.push((Role::Scores, 4 * cells, true));
        plan.count_bytes();
        if cells > 0 {
            plan.dispatch_bytes(key, edits.params(&params), binds, grid, caps)?;
        }
        let why = format!("{:?} of {cells} cells", self.reduction);
        plan.take("weight_map", why);
        Ok(plan)
    }
}
