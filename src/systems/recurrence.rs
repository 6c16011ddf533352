//! Systems whose state is a matrix carried along the sequence.

use crate::problem::{Decay, FeatureMap, LinearAttention, UpdateRule};

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
/// ViG runs it twice, the second time with [`crate::Direction::Reverse`] and gates of its own.
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
