//! The names of tensors, shared by problems, plans, shaders and errors.

use std::fmt;

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a buffer is to a call. The same name stands in the shader.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Role {
            $($(#[$doc])* $variant,)*
            /// A tensor of the user's own, by its name: a buffer of a hook, keys of a segment.
            User(&'static str),
        }

        impl Role {
            /// The tensor's name, in errors and in WGSL.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::User(name) => name,
                }
            }
        }
    };
}

roles! {
    /// Queries `[batch, q_heads, q_len, qk_dim]`.
    Q = "q",
    /// Keys `[batch, kv_heads, kv_len, qk_dim]`.
    K = "k",
    /// Values `[batch, kv_heads, kv_len, v_dim]`.
    V = "v",
    /// Output `[batch, q_heads, q_len, v_dim]`.
    O = "o",
    /// Log-sum-exp of every row, f32 `[batch, q_heads, q_len]`; `[q_heads, total_q]` if ragged.
    Lse = "lse",
    /// Boolean mask, one byte an element (0 hides), broadcast `[batch, q_heads, q_len, kv_len]`.
    Mask = "mask",
    /// Additive mask, broadcast `[batch, q_heads, q_len, kv_len]`.
    Bias = "bias",
    /// ALiBi slopes, f32 `[q_heads]`.
    AlibiSlopes = "alibi_slopes",
    /// Sink logits, f32 `[q_heads]`.
    Sinks = "sinks",
    /// Weights of an additive score, f32 `[q_heads, qk_dim]`.
    PairWeights = "pair_weights",
    /// Factors of scores, f32, broadcast `[batch, q_heads, q_len, kv_len]`.
    ScoreFactors = "score_factors",
    /// Factors of output rows, f32, broadcast `[batch, q_heads, q_len]`.
    RowWeights = "row_weights",
    /// Valid keys of each batch entry, u32 `[batch]`.
    KvLengths = "kv_lengths",
    /// Starts of packed queries, u32 `[batch + 1]`.
    CuSeqlensQ = "cu_seqlens_q",
    /// Starts of packed keys, u32 `[batch + 1]`.
    CuSeqlensKv = "cu_seqlens_kv",
    /// Rows whose scores are wanted, u32 `[rows]`.
    ScoreRows = "score_rows",
    /// Scores or weights of those rows, f32 `[batch, q_heads, rows, kv_len]`.
    Scores = "scores",
    /// Past keys `[batch, kv_heads, past_len, qk_dim]`.
    PastK = "past_k",
    /// Past values `[batch, kv_heads, past_len, v_dim]`.
    PastV = "past_v",
    /// Past and new keys `[batch, kv_heads, kv_len, qk_dim]`: `kv_len` counts both, and [`Role::K`] holds the
    /// new ones, `kv_len - past_len`.
    PresentK = "present_k",
    /// Past and new values `[batch, kv_heads, kv_len, v_dim]`, as [`Role::PresentK`].
    PresentV = "present_v",
    /// Cosines of the rotary embedding, see [`Rotary`](crate::Rotary).
    Cos = "cos",
    /// Sines of the rotary embedding, as [`Role::Cos`].
    Sin = "sin",
    /// Positions, u32 `[batch, len]`.
    Positions = "positions",
    /// Input of an operator with one input, where it does not say otherwise `[batch, heads, len, dim]`; of a
    /// [`CausalConv`](crate::CausalConv) `[batch, channels, len]`.
    Input = "input",
    /// Natural logs of decays ([`Decay`](crate::Decay)): f32 `[state_heads]`; or in the rates' type `[batch,
    /// state_heads, len]`, `[batch, state_heads, len, feature_dim]` by channel, and with phases `[batch,
    /// state_heads, len, 2 feature_dim]`.
    Decay = "decay",
    /// Update rates `[batch, kv_heads, len]`, with momentum `[batch, kv_heads, len, 2]`.
    Beta = "beta",
    /// Factors of the current token's own product, f32 `[state_heads, feature_dim]`.
    Bonus = "bonus",
    /// What a rank-one rule reads (`a`) and writes (`b`), `[batch, kv_heads, len, 2 feature_dim]`.
    Removal = "removal",
    /// Directions of random features, f32 `[features, qk_dim]`; the matrices of a
    /// [`Project`](crate::Project), f32 `[heads, dim, features]`.
    Projection = "projection",
    /// State before the first token: of a [`LinearAttention`](crate::LinearAttention) f32
    /// `[batch, state_heads, state_rows, state_columns]`, of a [`PrefixScan`](crate::PrefixScan) f32
    /// `[batch, heads, v_dim + 1]`, of a [`CausalConv`](crate::CausalConv) `[batch, channels, taps - 1]` in
    /// the type of its tensors.
    StateIn = "state_in",
    /// State after the last token, as [`Role::StateIn`].
    StateOut = "state_out",
    /// Weights of a convolution `[channels, taps]`; the matrices of a [`Transform`](crate::Transform), f32
    /// `[batch, len, dim / block, block, block]`, features of the output before those of the input.
    Weight = "weight",
    /// Bias of a convolution `[channels]`.
    ChannelBias = "channel_bias",
    /// First entry and one past the last of every block list, u32 `[batch, heads, q_blocks, 2]`.
    BlockSpans = "block_spans",
    /// Blocks of keys that block lists name, u32; bit 31 marks a block that a selection hides
    /// part of.
    BlockEntries = "block_entries",
    /// Blocks of keys that queries see: one bit each, u32 `[batch, heads, rows, kv_blocks / 32]`
    /// with the lowest bit first, rounded up.
    Selection = "selection",
    /// Blocks of keys that blocks of queries see, one byte each (0 hides), `[batch, heads,
    /// q_blocks, kv_blocks]`.
    BlockMask = "block_mask",
    /// Keys that each query head sees before and after a position, u32 `[q_heads, 2]`.
    HeadWindows = "head_windows",
    /// Keys that a pattern names: one bit each, u32 `[batch, q_heads, kv_len / 32]` with the lowest
    /// bit first, rounded up.
    Verticals = "verticals",
    /// Diagonals that a pattern names: one bit each, u32 `[batch, q_heads, kv_len / 32]` with the
    /// lowest bit first, rounded up.
    Slashes = "slashes",
    /// Labels of queries, u32 `[batch, heads, q_len]`; `[heads, total_q]` if ragged.
    QLabels = "q_labels",
    /// Labels of keys, u32 `[batch, heads, kv_len]`; `[heads, total_kv]` if ragged.
    KvLabels = "kv_labels",
    /// Indices of rows, u32 `[batch, index_heads, len]` of a [`Reorder`](crate::Reorder).
    Indices = "indices",
    /// Numbers that rows are ordered by, u32 `[batch, heads, len]`.
    Codes = "codes",
    /// Indices by ascending code, u32 `[batch, heads, len]`.
    Order = "order",
    /// Place of every element in that order, u32 `[batch, heads, len]`.
    Places = "places",
    /// Share of every row's softmax mass that block lists keep, f32 `[batch, q_heads, q_len]`.
    KeptMass = "kept_mass",
    /// Keys that block lists name of those that every row sees, and those, u32 `[batch, q_heads,
    /// q_len, 2]`.
    NamedKeys = "named_keys",
    /// Partial outputs, f32 `[parts, rows, v_dim]`.
    PartialO = "partial_o",
    /// Weight of every row in each branch, f32 `[parts, batch, heads, len]`.
    Gates = "gates",
    /// Gate of every row, or of every element of it, `[batch, heads, len, dim or 1]`.
    Gate = "gate",
    /// Second branch of an epilogue `[batch, heads, len, dim]`.
    Branch = "branch",
    /// Weights of a norm `[dim]`, or as its view says.
    NormWeight = "norm_weight",
    /// Partial log-sum-exps, f32 `[parts, rows]`.
    PartialLse = "partial_lse",
    /// Gradient of the loss by the output, as the output is.
    GradO = "grad_o",
    /// Gradient by the queries, of their shape; view and type are the problem's.
    GradQ = "grad_q",
    /// Gradient by the keys, as [`Role::GradQ`].
    GradK = "grad_k",
    /// Gradient by the values, as [`Role::GradQ`].
    GradV = "grad_v",
    /// Gradient by the additive mask, f32, as [`Role::Bias`] is shaped.
    GradBias = "grad_bias",
    /// Gradient by the logits of sinks, f32 `[q_heads]`.
    GradSinks = "grad_sinks",
    /// Gradient by the logs of decays, f32, as [`Role::Decay`] is shaped.
    GradDecay = "grad_decay",
    /// Gradient by the update rates, f32, as [`Role::Beta`] is shaped.
    GradBeta = "grad_beta",
    /// Gradient by the state before the first token, as [`Role::StateIn`].
    GradStateIn = "grad_state_in",
    /// Gradient of the loss by the state after the last token, as [`Role::StateIn`].
    GradStateOut = "grad_state_out",
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
