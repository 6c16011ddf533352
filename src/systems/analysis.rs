//! Numbers about weights, without a matrix of them.

use super::Sizes;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::{MapCells, Pool, Pooling, Reduction, WeightMap};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, LinearAttention, Role, ScoreOutput, ScoreStage};

/// How much of each row's attention falls on each of `segments` sets of keys, as an attention
/// whose values are their indicators: [`Role::V`] `[batch, kv_len, segments]`, shared by the heads,
/// gives `o_is = sum_j p_ij m_js`. Weights other than 0 and 1 are as good.
///
/// The penalty on impermissible tokens (Pruthi et al. 2019, Learning to Deceive), the share of the
/// context (Huang et al. 2025, DAGCD), the share of the last frames (Papi et al. 2022, EDAtt).
pub fn masses(p: &Attention, segments: u32) -> Attention {
    let (columns, len) = (u64::from(segments), u64::from(p.kv_len));
    Attention {
        v_dim: segments,
        v_layout: Layout { offset: 0, strides: [len * columns, 0, columns] },
        o_layout: Layout::bhnd(p.q_heads, p.q_len, segments),
        ..p.clone()
    }
}

/// Mean over the heads of an output `[batch, heads, len, dim]`, as a pooling: [`Role::Input`] to
/// [`Role::O`] `[batch, len, dim]`.
pub fn mean_of_heads(batch: u32, heads: u32, len: u32, dim: u32) -> Pool {
    let (h, n, d) = (u64::from(heads), u64::from(len), u64::from(dim));
    let input_layout = Layout { offset: 0, strides: [h * n * d, d, n * d] };
    Pool { input_layout, ..Pool::new(batch, len, heads, dim, heads, Pooling::Mean) }
}

/// An attention whose output is the mean of its heads, `[batch, len, dim]`: the attention that
/// documents receive from the last query (Peysakhovich and Lerer 2023, Attention Sorting), over
/// [`masses`].
#[derive(Debug, Clone, PartialEq)]
pub struct HeadMean(pub Attention);

impl Problem for HeadMean {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.0;
        let o_layout = Layout::bhnd(p.q_heads, p.q_len, p.v_dim);
        let attend = Attention { o_layout, out_dtype: DType::F32, ..p.clone() }.plan(caps, policy)?;
        let mean = mean_of_heads(p.batch, p.q_heads, p.q_len, p.v_dim).plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, heads) = plan.scratch_for(&attend, Role::O);
        plan.append(attend, &[(Role::O, heads)]);
        plan.append(mean, &[(Role::Input, heads)]);
        Ok(plan)
    }
}

/// The weights of chosen rows, averaged over the heads: [`Role::Scores`] `[batch, rows, kv_len]`
/// beside the output. The attention of a reward model's last row is the credit of every token (Chan
/// et al. 2024, ABC).
#[derive(Debug, Clone, PartialEq)]
pub struct MeanRows {
    /// The attention. Its `scores` are not used.
    pub attention: Attention,
    /// How many rows [`Role::ScoreRows`] lists.
    pub rows: u32,
}

impl Problem for MeanRows {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: Some(self.rows) });
        let attend = Attention { scores, ..p.clone() }.plan(caps, policy)?;
        let mean = mean_of_heads(p.batch, p.q_heads, self.rows, p.kv_len).plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (role, weights) = plan.scratch_for(&attend, Role::Scores);
        plan.append(attend, &[(role, weights)]);
        let out = crate::record::Slot::Tensor(Role::Scores);
        plan.append(mean, &[(Role::Input, weights), (Role::O, out)]);
        Ok(plan)
    }
}

/// An attention and sums or maxima of its weights over blocks, [`Role::Scores`] f32 `[batch, q_heads,
/// ceil(q_len / block_q), ceil(kv_len / block_kv)]`, in memory for the blocks alone. Sums over all
/// queries are the coverage of every source word (Wu et al. 2016, GNMT).
#[derive(Debug, Clone, PartialEq)]
pub struct WithWeightMap {
    /// The attention.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
    /// What stands for a block.
    pub reduction: Reduction,
}

impl Problem for WithWeightMap {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let attention = Attention { scores: None, ..self.attention.clone() }.with_lse();
        let (block_q, block_kv, reduction) = (self.block_q, self.block_kv, self.reduction);
        let map = WeightMap {
            attention: attention.clone(),
            cells: MapCells::Blocks { block_q, block_kv },
            reduction,
        };
        let attend = attention.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let place = if self.attention.lse { None } else { Some(plan.scratch_for(&attend, Role::Lse)) };
        plan.append(attend, place.as_slice());
        plan.append(map.plan(caps, policy)?, place.as_slice());
        Ok(plan)
    }
}

/// The matrix that a selective state-space layer multiplies its input with (Ali et al. 2024, Hidden
/// Attention of Mamba): `a_ij = C_i . (prod_{j<k<=i} decay_k) B_j`, as the layer's output on the
/// identity. [`Role::V`] is the identity `[len, len]`, shared by all; the other inputs are those of
/// [`super::mamba2`], `v_dim` is `len`.
pub fn hidden_attention(sizes: Sizes) -> LinearAttention {
    let identity = Layout { offset: 0, strides: [0, 0, sizes.len.into()] };
    let p = super::mamba2(Sizes { v_dim: sizes.len, ..sizes });
    LinearAttention { v_layout: identity, ..p }
}
