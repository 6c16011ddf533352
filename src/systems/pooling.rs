//! Pooling by attention, and mixing by weights that no queries and keys give.

use super::perceiver;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::Weigh;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// Pooling by multi-head attention (Lee et al. 2019; D2LLM, Liao et al. 2024): learned seeds, the
/// same for all, ask the tokens of a text of [`Role::KvLengths`] tokens.
pub fn seed_pooling(batch: u32, heads: u32, seeds: u32, len: u32, dim: u32) -> Attention {
    perceiver(batch, heads, seeds, len, dim)
}

/// Poly-encoder (Humeau et al. 2019): `codes` learned queries pool the context into as many
/// vectors, over which every candidate then attends: `y = softmax(C X^T) X`, `o = softmax(c y^T) y`.
///
/// [`Role::Q`] `[codes, dim]` are the codes, [`Role::K`] `[batch, len, dim]` the context, read as
/// values too, [`Role::KvLengths`] its lengths, [`Role::Input`] `[batch, candidates, dim]` the
/// candidates. The score of a candidate, its product with its output, is the caller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolyEncoder {
    /// Contexts.
    pub batch: u32,
    /// Learned queries.
    pub codes: u32,
    /// Tokens of the longest context.
    pub len: u32,
    /// Candidates of a context.
    pub candidates: u32,
    /// Size of an embedding.
    pub dim: u32,
}

impl Problem for PolyEncoder {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let unscaled = |p: Attention| Attention { scale: Some(1.0), ..p };
        let pool = unscaled(perceiver(self.batch, 1, self.codes, self.len, self.dim)).plan(caps, policy)?;
        let choose = Attention::new(self.batch, 1, self.candidates, self.dim).kv_len(self.codes);
        let choose = unscaled(choose).plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, vectors) = plan.scratch_for(&pool, Role::O);
        plan.append(pool, &[(Role::V, Slot::Tensor(Role::K)), (Role::O, vectors)]);
        plan.append(choose, &[(Role::Q, Slot::Tensor(Role::Input)), (Role::K, vectors), (Role::V, vectors)]);
        Ok(plan)
    }
}

/// Induced set attention (Lee et al. 2019, Set Transformer; the group transformer of APEM): `points`
/// learned queries gather from all tokens, then every token asks them.
/// `h = softmax(I K^T / sqrt(d)) V`, `o = softmax(Q h^T / sqrt(d)) h`.
///
/// [`Role::Input`] `[points, heads, dim]` are the inducing points, [`Role::Q`], [`Role::K`] and
/// [`Role::V`] the tokens, `bnhd`. The feed-forward parts between the two are the caller's, in two calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InducedSet {
    /// Sets.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Inducing points.
    pub points: u32,
    /// Tokens of a set.
    pub len: u32,
    /// Size of a head.
    pub dim: u32,
}

impl Problem for InducedSet {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let gather = perceiver(self.batch, self.heads, self.points, self.len, self.dim);
        let gather = Attention { kv_lengths: false, ..gather }.plan(caps, policy)?;
        let spread = super::cross_attention(self.batch, self.heads, self.len, self.points, self.dim);
        let spread = spread.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, points) = plan.scratch_for(&gather, Role::O);
        plan.append(gather, &[(Role::Q, Slot::Tensor(Role::Input)), (Role::O, points)]);
        plan.append(spread, &[(Role::K, points), (Role::V, points)]);
        Ok(plan)
    }
}

/// Decoupled attention (Wang et al. 2020, DAN): a convolution gives the weights of every output
/// step, normalised; what is left is their sum of the features. [`Role::Scores`] `[batch, steps,
/// positions]`, [`Role::V`] `[batch, positions, dim]`.
pub fn decoupled(batch: u32, steps: u32, positions: u32, dim: u32) -> Weigh {
    Weigh::new(batch, 1, steps, positions, dim)
}

/// Masked mixer (Badger 2024): tokens are mixed by learned weights that depend on positions alone,
/// `o_i = sum_{j<=i} w_ij v_j`. [`Role::Scores`] `[heads, len, len]`, the same for every sequence.
pub fn masked_mixer(batch: u32, heads: u32, len: u32, dim: u32) -> Weigh {
    let mut p = Weigh { causal: true, ..Weigh::new(batch, heads, len, len, dim) };
    p.weight_layout.strides[0] = 0;
    p
}

/// Attention whose weights are applied to a second tensor of values (Zheng et al. 2019, Pluralistic
/// Image Completion: decoder features and masked encoder features, queries and keys alike): the
/// outputs are `P v1` in [`Role::O`] and `P v2` in [`Role::PartialO`]; [`Role::Input`]
/// is `v2`, `[batch, q_heads, kv_len, second_dim]`.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoValues {
    /// The attention on the first values. Its `scores` are not used.
    pub attention: Attention,
    /// Size of a second value.
    pub second_dim: u32,
}

impl Problem for TwoValues {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
        let attend = Attention { scores, ..p.clone() }.plan(caps, policy)?;
        let second =
            Weigh { dtype: p.dtype, ..Weigh::new(p.batch, p.q_heads, p.q_len, p.kv_len, self.second_dim) };
        let second = second.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let weights = plan.scratch_for(&attend, Role::Scores);
        plan.append(attend, &[weights]);
        let places = [(Role::V, Slot::Tensor(Role::Input)), (Role::O, Slot::Tensor(Role::PartialO)), weights];
        plan.append(second, &places);
        Ok(plan)
    }
}

/// Attention that also gives its weights, for later layers to use instead of their own: shared
/// attention (Liao and Vargas 2024). Those layers have no keys: [`reused_weights`].
pub fn shared_weights(attention: Attention) -> Attention {
    Attention { scores: Some(ScoreOutput { stage: ScoreStage::Weights, rows: None }), ..attention }
}

/// A layer that uses the weights of [`shared_weights`] ([`Role::Scores`]) on its own values.
pub fn reused_weights(batch: u32, heads: u32, q_len: u32, kv_len: u32, dim: u32) -> Weigh {
    Weigh::new(batch, heads, q_len, kv_len, dim)
}
