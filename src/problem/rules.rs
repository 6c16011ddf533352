//! The parts of a recurrence: what a token does to the state, how it fades, who sees whom.

/// What a token does to the state `S [qk_dim, v_dim]`. Rates are [`crate::Role::Beta`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum UpdateRule {
    /// `S += k v^T`, after the decay.
    #[default]
    Add,
    /// `S += k (beta (v - S^T k))^T`, after the decay: what the state holds for `k` moves to `v`
    /// by the rate `beta`. Stable for `beta |k|^2 < 2`, so keys are usually normalised.
    Delta,
    /// Two states: `N_t = mu N_{t-1} + beta k (v - S_{t-1}^T k)^T` and `S_t = exp(decay) S_{t-1} + N_t`
    /// (Behrouz et al., Titans, with a matrix as memory). Rates are the pairs `beta, mu`.
    Momentum,
    /// `S_t = exp(decay) S_{t-1} + b (S_{t-1}^T a)^T + k v^T`, with `a` and `b` of every token
    /// one after another in [`crate::Role::Removal`] (Peng et al., RWKV-7).
    RankOne,
}

impl UpdateRule {
    /// Whether the rule reads [`crate::Role::Beta`].
    pub fn has_rates(self) -> bool {
        matches!(self, Self::Delta | Self::Momentum)
    }
}

/// What the state is multiplied by before each update. Natural logs ([`crate::Role::Decay`]), 0 or
/// less for a state that fades; -inf empties it. `state_heads` and `feature_dim` are those of
/// [`LinearAttention`](crate::LinearAttention).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Decay {
    /// Nothing.
    #[default]
    None,
    /// One constant of each head, f32 `[state_heads]` (retention, Lightning Attention).
    PerHead,
    /// One number of each token and head, `[batch, state_heads, len]` (Mamba-2, gated DeltaNet).
    PerToken,
    /// One number of each token, head and key channel, `[batch, state_heads, len, feature_dim]` (GLA, Kimi).
    PerChannel,
    /// A complex number of each token, head and key channel: `[batch, state_heads, len, 2 feature_dim]`,
    /// first the logs of magnitudes, then the phases in radians (Katsch, GateLoop). The output is
    /// the real part. States have `2 feature_dim` rows: real parts, then negative imaginary parts.
    Polar,
    /// Keys compete along the sequence, channel by channel: the weights of a channel are the
    /// softmax of its keys over the tokens seen (LightNet, Latte). There is no [`crate::Role::Decay`].
    Competing,
}

impl Decay {
    /// Whether [`crate::Role::Decay`] is given.
    pub fn is_given(self) -> bool {
        !matches!(self, Self::None | Self::Competing)
    }

    /// Numbers of a token and head, of `features` key channels.
    pub fn channels(self, features: u32) -> u32 {
        match self {
            Self::PerChannel => features,
            Self::Polar => features.saturating_mul(2),
            _ => 1,
        }
    }
}

/// Which tokens a token sees, and in which order the state visits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// First to last: a token sees itself and those before it.
    #[default]
    Forward,
    /// Last to first: a token sees itself and those after it.
    Reverse,
    /// The outputs of both added, in one pass: a token counts itself in each. There are states,
    /// decays and bonuses of `2 kv_heads` heads; the second half belongs to the way back.
    Both,
    /// Every token sees all: the state is built once and then read.
    Full,
    /// The first tokens, that many, see each other; later ones are causal (a prefix LM).
    Prefix(u32),
}

impl Direction {
    /// States for each key head.
    pub fn states(self) -> u32 {
        if self == Self::Both { 2 } else { 1 }
    }
}

/// Whether the state comes from and goes to the caller. f32 `[batch, state_heads, state_rows, v_dim]` (of
/// [`LinearAttention`](crate::LinearAttention); a [`PrefixScan`](crate::PrefixScan) has its own), contiguous;
/// with a normaliser `v_dim + 1` columns, the last one the sum of keys; with momentum `2 v_dim` columns, the
/// second half the momentum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StateUse {
    /// It starts as zeros and is dropped.
    #[default]
    None,
    /// It starts as [`crate::Role::StateIn`].
    In,
    /// It ends in [`crate::Role::StateOut`].
    Out,
    /// Both, in two buffers.
    InOut,
    /// [`crate::Role::StateOut`] holds it before the call and after it.
    InPlace,
}

impl StateUse {
    /// Whether the call starts from a state of the caller's.
    pub fn reads(self) -> bool {
        matches!(self, Self::In | Self::InOut | Self::InPlace)
    }

    /// Whether the caller wants the last state.
    pub fn writes(self) -> bool {
        matches!(self, Self::Out | Self::InOut | Self::InPlace)
    }

    /// The same, with a last state in any case.
    pub(crate) fn and_out(self) -> Self {
        match self {
            Self::None => Self::Out,
            Self::In => Self::InOut,
            other => other,
        }
    }
}
