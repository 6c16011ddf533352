//! Systems whose state is a matrix carried along the sequence.

use crate::problem::{
    Activation, Attention, Decay, Direction, Epilogue, FeatureMap, Layout, LinearAttention, PrefixScan,
    RowStep, UpdateRule,
};

/// Sizes of a system, contiguous `bhnd` in f32; every field of the result may still be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Tokens.
    pub len: u32,
    /// Size of a query and of a key.
    pub qk_dim: u32,
    /// Size of a value.
    pub v_dim: u32,
}

impl Sizes {
    fn plain(self) -> LinearAttention {
        LinearAttention::new(self.batch, self.heads, self.len, self.qk_dim).v_dim(self.v_dim)
    }

    fn rows(self, steps: &[RowStep]) -> Epilogue {
        Epilogue::new(steps, self.heads, self.len, self.v_dim)
    }

    fn unscaled(self) -> LinearAttention {
        LinearAttention { scale: Some(1.0), ..self.plain() }
    }
}

/// Linear attention with a normaliser (Katharopoulos et al. 2020):
/// `o_i = sum_{j<=i} (f(q_i).f(k_j)) v_j / sum_{j<=i} f(q_i).f(k_j)`, `f = elu + 1`.
pub fn linear_transformer(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::EluPlusOne).normalised(0.0)
}

/// Retention (Sun et al. 2023): `o_i = sum_{j<=i} g^(i-j) (q_i.k_j) v_j / sqrt(qk_dim)`;
/// [`crate::Role::Decay`] holds `ln g` of every head, `ln(1 - 2^(-5-h))` in the paper.
pub fn retention(sizes: Sizes) -> LinearAttention {
    sizes.plain().decay(Decay::PerHead)
}

/// Lightning Attention (Qin et al. 2024): as retention without a scale; [`crate::Role::Decay`]
/// holds the negative slopes. The block's SiLU maps and norm are the caller's.
pub fn lightning(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().decay(Decay::PerHead)
}

/// Gated linear attention (Yang et al. 2023): a log gate of every token, head and key channel.
pub fn gated_linear_attention(sizes: Sizes) -> LinearAttention {
    sizes.plain().decay(Decay::PerChannel)
}

/// Hedgehog (Zhang et al. 2024): softmax over `[x; -x]` of projected queries and keys.
pub fn hedgehog(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::SignedSoftmax).normalised(0.0)
}

/// Performer (Choromanski et al. 2020) with `features` positive random features, which estimate
/// causal softmax attention of scale `1 / sqrt(qk_dim)`.
pub fn performer(sizes: Sizes, features: u32) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::RandomPositive { features }).normalised(0.0)
}

/// The global part of Based (Arora et al. 2024): the second-order Taylor series of softmax
/// attention. Its other part is [`crate::Attention`] with a window of 64.
pub fn based(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::Taylor).normalised(0.0)
}

/// The core of Mamba-2 (Dao and Gu 2024): `q = C`, `k = B`, `v = dt x`, and
/// [`crate::Role::Decay`] `= dt A` of every token and head. `heads` share `groups` of B and C:
/// repeat those by a head stride of 0 where `groups` is 1.
pub fn mamba2(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().decay(Decay::PerToken)
}

/// DeltaNet (Schlag et al. 2021, Yang et al. 2024): `S_t = S_{t-1} + beta k (v - S_{t-1}^T k)^T`.
pub fn delta_net(sizes: Sizes) -> LinearAttention {
    sizes.plain().rule(UpdateRule::Delta)
}

/// Gated DeltaNet (Yang et al. 2024): the delta rule on a state that fades by token and head.
pub fn gated_delta_net(sizes: Sizes) -> LinearAttention {
    delta_net(sizes).decay(Decay::PerToken)
}

/// Kimi Delta Attention (Kimi Team 2025): the delta rule on a state that fades by key channel.
pub fn kimi_delta_attention(sizes: Sizes) -> LinearAttention {
    delta_net(sizes).decay(Decay::PerChannel)
}

/// RWKV-6 (Peng et al. 2024): `o_t = (S_{t-1} + (u * k_t) v_t^T)^T r_t`,
/// `S_t = w_t S_{t-1} + k_t v_t^T`; queries are `r`, [`crate::Role::Bonus`] is `u`,
/// [`crate::Role::Decay`] is `ln w`.
pub fn rwkv6(sizes: Sizes) -> LinearAttention {
    LinearAttention { bonus: true, ..sizes.unscaled().decay(Decay::PerChannel) }
}

/// TransNormerLLM (Qin et al. 2023): `o = norm(sum_j l^(i-j) cos(theta (i-j)) silu(q_i) silu(k_j) v_j) * u`
/// with the norm that has no weights. [`crate::Role::Decay`] holds for every head and channel `ln l`
/// and then the angles `theta` of LRPE, [`crate::Role::Gate`] is `u`.
pub fn trans_normer(sizes: Sizes) -> LinearAttention {
    let mut p = sizes.unscaled().feature_map(FeatureMap::Silu).decay(Decay::Polar);
    p.decay_layout = Layout { offset: 0, strides: [0, 2 * u64::from(sizes.qk_dim), 0] };
    let steps = [RowStep::Norm { eps: 1e-6, weight: false }, RowStep::Gate(Activation::None)];
    p.epilogue(sizes.rows(&steps))
}

/// The bidirectional form of ViG (Liao et al. 2024): gated linear attention both ways, a gate of
/// each direction ([`crate::Role::Decay`] holds the heads of the way back after the others), the
/// mean of both, mixed by [`crate::Role::Gate`] with a local branch.
pub fn vig(sizes: Sizes) -> LinearAttention {
    let scale = Some(0.5 / (sizes.qk_dim as f32).sqrt());
    let p = LinearAttention { scale, ..gated_linear_attention(sizes) };
    p.direction(Direction::Both).epilogue(sizes.rows(&[RowStep::Mix(Activation::None)]))
}

/// LightNet (Qin et al. 2024): `o_t = silu(q_t)^T S_t`, where every key channel holds the average of
/// the values so far with weights `exp(k)`. With [`Direction::Full`] it is its form for images.
pub fn light_net(sizes: Sizes) -> LinearAttention {
    let p = sizes.unscaled().feature_map(FeatureMap::Silu).key_map(FeatureMap::Identity);
    p.decay(Decay::Competing)
}

/// Latte (Dolga et al. 2024): attention through `qk_dim` latent vectors,
/// `y_t = sum_l softmax(q_t)_l sum_{s<=t} exp(k_sl) v_s / sum_{s<=t} exp(k_sl)`.
pub fn latte(sizes: Sizes) -> LinearAttention {
    let p = sizes.unscaled().feature_map(FeatureMap::Softmax).key_map(FeatureMap::Identity);
    p.decay(Decay::Competing)
}

/// GateLoop (Katsch 2023): `h_n = h_{n-1} a_n + k_n^T v_n` with complex `a_n` of every channel, the
/// real part of `q_n h_n`; [`crate::Role::Decay`] holds `ln |a|` and then `arg a`.
pub fn gate_loop(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().decay(Decay::Polar)
}

/// ReGLA (Lu et al. 2025): exponential features with their maximum taken out, a state that fades
/// by channel (its refined gate `(1-r) f^2 + r (1-(1-f)^2)`, as logs), and a norm of the output.
pub fn regla(sizes: Sizes) -> LinearAttention {
    let p = sizes.plain().feature_map(FeatureMap::Exp).decay(Decay::PerChannel);
    p.epilogue(sizes.rows(&[RowStep::Norm { eps: 1e-6, weight: true }]))
}

/// Linear log-normal attention (Nahshan et al. 2023): features `exp(alpha q)` and `exp(beta k)` with a
/// normaliser; queries and keys come multiplied by `alpha` and `beta`.
pub fn log_normal(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::PlainExp).normalised(0.0)
}

/// FAST (Gerami et al. 2024) of order 2: weights `1 + s + s^2/2` of the product `s` of a query and a
/// key, each of mean 0 and deviation 1, over their sum.
pub fn fastmax(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().feature_map(FeatureMap::Fastmax).normalised(0.0)
}

/// FLatten (Han et al. 2023): focused linear attention of all tokens, plus [`crate::Role::Branch`],
/// the depthwise convolution of the values.
pub fn flatten(sizes: Sizes, power: u32) -> LinearAttention {
    let p = sizes.unscaled().feature_map(FeatureMap::Focused { power }).normalised(1e-6);
    p.direction(Direction::Full).epilogue(sizes.rows(&[RowStep::Add]))
}

/// The other branch of Based (Arora et al. 2024): softmax attention over the last `window` tokens.
pub fn based_window(sizes: Sizes, window: u32) -> Attention {
    let mut p = Attention::new(sizes.batch, sizes.heads, sizes.len, sizes.qk_dim).v_dim(sizes.v_dim).causal();
    p.visibility.window_left = Some(window.saturating_sub(1));
    p
}

/// The damped moving average of Mega (Ma et al. 2022): every channel is a head with `expansion` states,
/// `h_t = alpha beta x_t + (1 - alpha delta) h_{t-1}`, `y_t = eta . h_t`. Of every channel and state,
/// [`crate::Role::Q`] holds `eta`, [`crate::Role::K`] `alpha beta` and [`crate::Role::Decay`]
/// `ln(1 - alpha delta)`; [`crate::Role::V`] is `x` `[batch, channels, len]`.
pub fn mega_average(batch: u32, channels: u32, len: u32, expansion: u32) -> LinearAttention {
    let sizes = Sizes { batch, heads: channels, len, qk_dim: expansion, v_dim: 1 };
    let mut p = sizes.unscaled().decay(Decay::PerChannel);
    // Constants of a channel, repeated over batch and tokens.
    let constant = Layout { offset: 0, strides: [0, expansion.into(), 0] };
    (p.q_layout, p.k_layout, p.decay_layout) = (constant, constant, constant);
    p
}

/// A diagonal gated recurrence, `h_t = a_t h_{t-1} + x_t`: each channel a head of one state. HGRN (Qin et
/// al. 2023) gives `x = (1 - f) c` and `a = f`, the RG-LRU of Griffin (De et al. 2024)
/// `x = sqrt(1 - a^2) i u`. [`crate::Role::V`] is `x`, [`crate::Role::Decay`] `ln a`, both
/// `[batch, channels, len]`; [`crate::Role::Q`] and [`crate::Role::K`] hold one number, 1.
pub fn diagonal_recurrence(batch: u32, channels: u32, len: u32) -> LinearAttention {
    let sizes = Sizes { batch, heads: channels, len, qk_dim: 1, v_dim: 1 };
    let mut p = sizes.unscaled().decay(Decay::PerToken);
    let one = Layout { offset: 0, strides: [0, 0, 0] };
    (p.q_layout, p.k_layout) = (one, one);
    p
}

/// Momentum attention (Dai et al. 2022): to the output of an attention ([`crate::Role::Branch`]) it adds
/// `sum_{j<i} eta^(i-j) v_j`. [`crate::Role::K`] holds `eta` of every head and [`crate::Role::Decay`] its
/// logarithm; [`crate::Role::Q`] holds one number, 1, and [`crate::Role::Bonus`] zeros.
pub fn value_momentum(sizes: Sizes) -> LinearAttention {
    let sizes = Sizes { qk_dim: 1, ..sizes };
    let mut p = LinearAttention { bonus: true, ..sizes.unscaled().decay(Decay::PerHead) };
    p.q_layout = Layout { offset: 0, strides: [0, 0, 0] };
    p.k_layout = Layout { offset: 0, strides: [0, 1, 0] };
    p.epilogue(sizes.rows(&[RowStep::Add]))
}

/// The whole of Mamba-2's mixer after its convolution: [`mamba2`] plus `D x` (`D` of every head in
/// [`crate::Role::Gate`], `x` in [`crate::Role::Branch`]).
pub fn mamba2_skip(sizes: Sizes) -> LinearAttention {
    let mut rows = sizes.rows(&[RowStep::AddGated(Activation::None)]);
    rows = rows.row_gate(Layout { offset: 0, strides: [0, 1, 0] });
    mamba2(sizes).epilogue(rows)
}

/// Titans' long-term memory with a matrix as memory (Behrouz et al. 2024): a step of gradient descent
/// with momentum a token. [`crate::Role::Beta`] holds `2 theta` and `eta` of every token,
/// [`crate::Role::Decay`] `ln(1 - alpha)`.
pub fn titans_memory(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().rule(UpdateRule::Momentum).decay(Decay::PerToken)
}

/// RWKV-7 (Peng et al. 2025): `S_t = S_{t-1} (diag(w) - c^T (a * c)) + v^T k` with the removal key `c`
/// and its rate `a`; [`crate::Role::Removal`] holds `-c` and then `a * c` of every token,
/// [`crate::Role::Decay`] `ln w`, [`crate::Role::Q`] `r`.
pub fn rwkv7(sizes: Sizes) -> LinearAttention {
    sizes.unscaled().rule(UpdateRule::RankOne).decay(Decay::PerChannel)
}

/// Attention as a recurrent network (Feng et al. 2024, Aaren): a learned query over every prefix.
pub fn aaren(sizes: Sizes) -> PrefixScan {
    PrefixScan::new(sizes.batch, sizes.heads, sizes.len, sizes.qk_dim).v_dim(sizes.v_dim)
}

/// Agent Attention (Han et al. 2023): `agents` tokens attend to all keys, then all queries to them.
/// Queries of the first are the agents, pooled queries; the second has the agents as keys, and as
/// values the output of the first.
pub fn agent_attention(sizes: Sizes, agents: u32) -> [Attention; 2] {
    let gather = Attention::new(sizes.batch, sizes.heads, agents, sizes.qk_dim).kv_len(sizes.len);
    let spread = Attention::new(sizes.batch, sizes.heads, sizes.len, sizes.qk_dim).kv_len(agents);
    [gather.v_dim(sizes.v_dim), spread.v_dim(sizes.v_dim)]
}
