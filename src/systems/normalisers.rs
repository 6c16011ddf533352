//! Weights that are no softmax, other normalisers, and scores that are no products.

use super::{Edited, Tempered};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{
    Activation, Alignment, Attention, DType, EditRows, Layout, MaskShape, Normaliser, PairFunction, Pattern,
    Role, RowStep, ScoreOutput, ScoreStage, WeightFunction,
};
use crate::record::Slot;

/// Rectified linear attention (Zhang et al. 2021, ReLA): `o = RMSNorm(relu(Q K^T / sqrt(d)) V)`, which
/// may attend to nothing, times `sigmoid(gate)` if `gated` ([`Role::Gate`], before its sigmoid). The
/// norm is of each head's row; its factors are [`Role::NormWeight`] `[v_dim]`.
pub fn rela(p: Attention, gated: bool) -> Edited {
    let mut steps = vec![RowStep::Norm { eps: 1e-6, weight: true }];
    if gated {
        steps.push(RowStep::Gate(Activation::Sigmoid));
    }
    Edited::new(p.weights(WeightFunction::Relu, Normaliser::None), &steps)
}

/// Cog attention (Lv et al. 2024): weights may be negative, `w_ij = sign(s_ij) exp(|s_ij|) / sum_j
/// exp(|s_ij|)`.
pub fn cog(p: Attention) -> Attention {
    p.weights(WeightFunction::SignedExp, Normaliser::AbsSum)
}

/// Length-scaled softplus attention (Gao and Spratling 2025, LSSA): `a_ij = softplus(c_i q_i.k_j) / sum_j`,
/// with `c_i` growing as the log of the keys that a row sees; [`Role::Gate`] f32 `[q_len]` holds
/// `c_i sqrt(d)`.
pub fn lssa(p: Attention) -> Tempered {
    let queries = Layout { offset: 0, strides: [0, 0, 1] };
    Tempered { attention: p.weights(WeightFunction::Softplus, Normaliser::Sum), queries, values: None }
}

/// The same with the weights sharpened (LSSAR): `relu(n_i a_ij - offset)^power`, divided by its sum,
/// with `n_i` the keys that the row sees.
pub fn lssar(p: Attention, offset: f32, power: f32) -> Tempered {
    let mut tempered = lssa(p);
    tempered.attention.normaliser = Normaliser::Reweighted { offset, power };
    tempered
}

/// Sigmoid attention without a normaliser, `o_i = sum_j sigmoid(s_ij + bias) v_j` (Gu et al. 2024, When
/// Attention Sink Emerges; Ramapuram et al. 2024 with `bias = -ln(len)`). The other forms of the study
/// are [`Attention::weights`] of ELU + 1 and of the identity by [`Normaliser::Sum`],
/// [`Normaliser::SumAtLeastOne`] or [`Normaliser::None`].
pub fn sigmoid(p: Attention, bias: f32) -> Attention {
    p.weights(WeightFunction::Sigmoid { bias }, Normaliser::None)
}

/// Attention that sees `slots` learned keys and values besides the tokens, at any position: [`Role::PastK`]
/// `[batch, kv_heads, slots, qk_dim]` and [`Role::PastV`]; no position encoding applies to them.
///
/// Persistent memory (Sukhbaatar et al. 2019, All-attention), the key and value biases of the
/// study of sinks (Gu et al. 2024), the explicit bias that replaces massive activations (Sun et al. 2024:
/// one slot a head), the memory slots of MemMC-MAE (Yu et al. 2023) and the prototypes of PMA-Net
/// (Barraco et al. 2023).
pub fn with_slots(p: Attention, slots: u32) -> Attention {
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len) + i64::from(slots);
    let mut all = Attention { past_len: Some(slots), kv_len: p.kv_len.saturating_add(slots), ..p };
    // Lengths stay under 2^28, so that offsets fit; others are refused with the problem.
    all.visibility.alignment = Alignment::Offset(i32::try_from(offset).unwrap_or(i32::MAX));
    all
}

/// The attention of the attentive neural Hawkes process (Yang et al. 2021, A-NHP): events strictly before,
/// and a one in the denominator, `sum_{j<i} f_j v_j / (1 + sum_{j<i} f_j)`, `f = exp(q.k / sqrt(d))`: no
/// event, no influence. The tanh and the sum with the embedding are the caller's.
pub fn attentive_hawkes(p: Attention) -> Attention {
    let mut p = Attention { denominator: Some(1.0), ..p.causal() };
    p.visibility.alignment = Alignment::Offset(-1);
    p
}

/// ReLU attention divided by the number of keys that a row sees: `sum_j relu(s_ij) v_j / n_i` (Guo et al.
/// 2024, Active-Dormant Attention Heads; the layer of Fu et al. 2023 with frozen random queries and keys).
pub fn relu_mean(p: Attention) -> Attention {
    p.weights(WeightFunction::Relu, Normaliser::Count)
}

/// Normalised attention (Richter and Wattenhofer 2020, NAP): `w = gain (s - mean(s)) / std(s) + shift`.
pub fn normalised(p: Attention, gain: f32, shift: f32) -> Attention {
    p.weights(WeightFunction::Identity, Normaliser::MeanDeviation { gain, shift, epsilon: 1e-5 })
}

/// One round of slot attention (Locatello et al. 2020; SPOT, Kakogeorgiou et al. 2024; SMTC, Qian et al.
/// 2023): slots ([`Role::Q`]) compete for inputs, `a = softmax over slots`, and each takes the mean of
/// what it won, `sum_j a_ij v_j / sum_j a_ij`. The recurrent cell between rounds is the caller's.
pub fn slot_attention(batch: u32, slots: u32, inputs: u32, dim: u32) -> Attention {
    let p = Attention::new(batch, 1, slots, dim).kv_len(inputs);
    p.weights(WeightFunction::OverQueries, Normaliser::Sum)
}

/// Additive scores, `s_ij = w . tanh(q_i + k_j)` (Bahdanau et al.): queries and keys are projected by the
/// caller, [`Role::PairWeights`] f32 `[q_heads, qk_dim]` is `w`.
pub fn additive(p: Attention) -> Attention {
    Attention { pair: PairFunction::Additive, ..p }
}

/// The three scores of Luong's global attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LuongScore {
    /// `h_t . h_s`.
    Dot,
    /// `h_t^T W h_s`: [`Role::Q`] is `W^T h_t`.
    General,
    /// `v . tanh(W [h_t; h_s])`: [`Role::Q`] and [`Role::K`] are the two halves of the product,
    /// [`Role::PairWeights`] is `v`.
    Concat,
}

/// Global attention (Luong et al. 2015): a softmax over all source states, unscaled.
pub fn luong_global(p: Attention, score: LuongScore) -> Attention {
    let p = Attention { scale: Some(1.0), ..p };
    if score == LuongScore::Concat { additive(p) } else { p }
}

/// Soft attention on image features (Xu et al. 2015, Show, Attend and Tell): additive scores, weights
/// as an output ([`Role::Scores`], whose sums over steps the training penalises), and the context times
/// `sigmoid(gate)`, [`Role::Gate`] f32 `[batch, heads, q_len]`.
pub fn show_attend_tell(p: Attention) -> Edited {
    let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
    let rows = Layout::bhnd(p.q_heads, p.q_len, 1);
    let p = Attention { scores, ..additive(p) };
    let mut edited = Edited::new(p, &[RowStep::Gate(Activation::Sigmoid)]);
    edited.epilogue = edited.epilogue.row_gate(rows);
    edited
}

/// Pointer network (Vinyals et al. 2015): the distribution over input positions is the output, `ln p =
/// log_softmax_j(v . tanh(W_1 e_j + W_2 d_i))` in [`Role::Scores`] f32 `[batch, heads, q_len, kv_len]`.
/// [`Role::Mask`] bool of the whole shape hides positions that were chosen before; [`Role::KvLengths`] are
/// the lengths of the inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// Inputs.
    pub batch: u32,
    /// Steps of the decoder.
    pub q_len: u32,
    /// Positions of the longest input.
    pub kv_len: u32,
    /// Size of a projected state.
    pub dim: u32,
}

impl Problem for Pointer {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = additive(Attention::new(self.batch, 1, self.q_len, self.dim).kv_len(self.kv_len));
        let mask = Some(MaskShape([self.batch, 1, self.q_len, self.kv_len]));
        let scores = Some(ScoreOutput { stage: ScoreStage::LogWeights, rows: None });
        let attend = Attention { mask, scores, kv_lengths: true, ..p }.plan(caps, policy)?;
        let mut plan = Plan::empty();
        // Nothing is mixed: the keys stand for values, and the output is dropped.
        let unused = plan.scratch_for(&attend, Role::O);
        plan.append(attend, &[(Role::V, Slot::Tensor(Role::K)), unused]);
        Ok(plan)
    }
}

/// Probabilistic attention (Gabbur et al. 2021): weights of a Gaussian mixture, `ln w_ij = ln pi_j - (a / 2)
/// |q_i - k_j|^2`, normalised. [`Role::Bias`] f32 `[1, heads, 1, kv_len]` is `ln pi`.
pub fn mixture_weights(p: Attention, precision: f32) -> Attention {
    let (batch, heads) = (1, p.q_heads);
    super::key_bias(
        Attention { pair: PairFunction::NegDistance, scale: Some(0.5 * precision), ..p },
        batch,
        heads,
    )
}

/// The weight functions of Mega.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MegaWeights {
    /// `(1 + erf((s - mu) / (sigma sqrt(2)))) / 2`.
    Laplace,
    /// `relu(s)^2`.
    SquaredRelu,
}

/// The gated attention of Mega (Ma et al. 2022): one head, `r * f(Q K^T / len + bias) V`, with [`Role::Bias`]
/// f32 `[1, 1, len, len]` the relative positions and [`Role::Gate`] `[batch, 1, len, v_dim]` the reset gate
/// `r` before its SiLU. `Q` and `K` come from the moving average of the input; the update gate is the
/// caller's. In the chunked variant `chunk` tokens see one another alone.
pub fn mega(
    batch: u32,
    len: u32,
    qk_dim: u32,
    v_dim: u32,
    weights: MegaWeights,
    chunk: Option<u32>,
) -> Edited {
    let function = match weights {
        MegaWeights::Laplace => WeightFunction::Laplace,
        MegaWeights::SquaredRelu => WeightFunction::SquaredRelu,
    };
    let p = Attention::new(batch, 1, len, qk_dim).v_dim(v_dim).weights(function, Normaliser::None);
    let p = Attention {
        scale: Some(1.0 / chunk.unwrap_or(len).max(1) as f32),
        bias: Some((DType::F32, MaskShape([1, 1, len, len]))),
        pattern: chunk.map(|size| Pattern::Blocks { size, halo: 0, shift: 0 }),
        ..p
    };
    Edited::new(p, &[RowStep::Gate(Activation::Silu)])
}

/// Chunked attention after a dilated convolution (Terzic et al. 2023, TCNCA): softmax inside chunks,
/// causal, then the reset gate as in [`mega`]. Queries and keys come from the convolution, values
/// from the input.
pub fn tcnca(batch: u32, len: u32, qk_dim: u32, v_dim: u32, chunk: u32) -> Edited {
    let p = Attention::new(batch, 1, len, qk_dim).v_dim(v_dim).causal();
    let p = Attention { pattern: Some(Pattern::Blocks { size: chunk, halo: 0, shift: 0 }), ..p };
    Edited::new(p, &[RowStep::Gate(Activation::Silu)])
}

/// Attention as a sparse distributed memory (Bricken and Pehlevan 2021): queries and keys of length
/// one, `softmax(b cos(q, k)) V` with the inverse temperature `b` of the Hamming radius.
#[derive(Debug, Clone, PartialEq)]
pub struct Cosine {
    /// The attention. Its scale is not used.
    pub attention: Attention,
    /// Inverse temperature.
    pub beta: f32,
}

impl Problem for Cosine {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        // Rows of mean square one have the square of their length `qk_dim`.
        let scale = Some(self.beta / p.qk_dim as f32);
        let mut inner = Attention { scale, ..p.clone() };
        let mut plan = Plan::empty();
        let mut places = Vec::new();
        for (role, heads, len, input_layout) in
            [(Role::Q, p.q_heads, p.q_len, p.q_layout), (Role::K, p.kv_heads, p.kv_len, p.k_layout)]
        {
            let norm =
                EditRows::new(p.batch, heads, len, p.qk_dim, &[RowStep::Norm { eps: 1e-12, weight: false }]);
            let norm = EditRows { dtype: p.dtype, out_dtype: p.dtype, input_layout, ..norm };
            *if role == Role::Q { &mut inner.q_layout } else { &mut inner.k_layout } = norm.o_layout;
            let norm = norm.plan(caps, policy)?;
            let (_, rows) = plan.scratch_for(&norm, Role::O);
            plan.append(norm, &[(Role::Input, Slot::Tensor(role)), (Role::O, rows)]);
            places.push((role, rows));
        }
        plan.append(inner.plan(caps, policy)?, &places);
        Ok(plan)
    }
}
