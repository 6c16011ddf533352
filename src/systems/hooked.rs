//! Systems that are a function of the pair: a hook of a few lines in `shaders/systems/`.
//!
//! Buffers of a hook are tensors of the call, [`Role::User`] by the names below.

use super::{HeadMean, masses};
use crate::error::{Error, Result};
use crate::problem::{Attention, product};
use crate::shader::{Hook, HookInput, HookKind};

/// A file of `shaders/systems/`.
macro_rules! source {
    ($name:literal) => {
        include_str!(concat!("../../shaders/systems/", $name, ".wgsl"))
    };
}
pub(super) use source;

/// The hook of a file and its inputs.
pub(super) fn hook(kind: HookKind, source: &str, inputs: &[(&'static str, HookInput)]) -> Result<Hook> {
    Hook::with_inputs(kind, source, inputs)
}

/// Elements of a tensor, as a hook declares them.
pub(super) fn elements(shape: &[u32]) -> Result<u32> {
    let count = product(shape);
    u32::try_from(count).map_err(|_| Error::IndexOverflow {
        what: "buffer of a hook".into(),
        needed: count,
        limit: u32::MAX.into(),
    })
}

/// Gaussian-masked directional attention (Duan and Zhao 2019): scores times `exp(-d^2 / (2 sigma^2))`,
/// forward (causal) or, with tokens reversed by the caller, backward.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `score_mod` already.
pub fn gaussian(p: Attention, sigma: f32) -> Result<Attention> {
    p.own_hook(hook(HookKind::ScoreMod, source!("gaussian"), &[("sigma", HookInput::F32(sigma))])?)
}

/// Luong's local attention with predicted centres (local-p, Luong et al. 2015): a softmax over keys
/// within `reach` of the centre, then weights times `exp(-(s - p_t)^2 / (2 (reach / 2)^2))`. `centres` f32
/// `[batch, q_len]` are `p_t = S sigmoid(...)`, which the caller predicts.
///
/// # Errors
/// [`Error::IndexOverflow`] if `centres` has more than 2^32 - 1 elements; [`Error::Unsupported`] if `p`
/// has a `mask_mod` or a `prob_mod` already.
pub fn luong_local(p: Attention, reach: f32) -> Result<Attention> {
    let inputs = [
        ("centres", HookInput::BufferF32(elements(&[p.batch, p.q_len])?)),
        ("q_len", HookInput::U32(p.q_len)),
        ("reach", HookInput::F32(reach)),
    ];
    let near = hook(HookKind::MaskMod, source!("near_centre"), &inputs)?;
    p.own_hook(near)?.own_hook(hook(HookKind::ProbMod, source!("about_centre"), &inputs)?)
}

/// Location attention (Dubois et al. 2019, Monotonic Location Attention): weights by position alone, a
/// softmax of `-(j - mean_i)^2 / (2 deviation_i^2)`. `means` and `deviations` f32 `[batch, q_heads, q_len]`.
///
/// # Errors
/// [`Error::IndexOverflow`] if `means` and `deviations` have more than 2^32 - 1 elements;
/// [`Error::Unsupported`] if `p` has a `score_mod` already.
pub fn location(p: Attention) -> Result<Attention> {
    let rows = HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len])?);
    let inputs = [
        ("means", rows),
        ("deviations", rows),
        ("heads", HookInput::U32(p.q_heads)),
        ("q_len", HookInput::U32(p.q_len)),
    ];
    let by_place = hook(HookKind::ScoreMod, source!("location"), &inputs)?;
    Attention { scale: Some(0.0), ..p }.own_hook(by_place)
}

/// Universal relative positions (Luo et al. 2022, URPE): `o = (softmax(s) * C) v` with `C_ij = c_(j-i)`, not
/// normalised again. `factors` f32 `[q_heads, 2 len - 1]` begin with the farthest key before.
///
/// # Errors
/// [`Error::IndexOverflow`] if `factors` has more than 2^32 - 1 elements; [`Error::Unsupported`] if `p`
/// has a `prob_mod` already.
pub fn universal_relative(p: Attention) -> Result<Attention> {
    let inputs = [
        (
            "factors",
            HookInput::BufferF32(elements(&[p.q_heads, p.kv_len.saturating_mul(2).saturating_sub(1)])?),
        ),
        ("len", HookInput::U32(p.kv_len)),
    ];
    p.own_hook(hook(HookKind::ProbMod, source!("toeplitz"), &inputs)?)
}

/// Gated positional self-attention (d'Ascoli et al. 2021, ConViT): the content softmax and a positional one,
/// `softmax(v . (dx, dy, dx^2 + dy^2))`, mixed for each head by [`crate::Role::Gates`] f32 `[2, batch, heads,
/// len]` = `1 - sigmoid(lambda)`, `sigmoid(lambda)`. `positional` f32 `[heads, 3]` is `v`; tokens lie row by
/// row on a grid of `width` columns.
///
/// # Errors
/// [`Error::IndexOverflow`] if `positional` has more than 2^32 - 1 elements. A `score_mod` of `p` is
/// replaced in the positional softmax, and stays in the other.
pub fn convit(p: Attention, width: u32) -> Result<super::GatedSources> {
    let inputs = [
        ("positional", HookInput::BufferF32(elements(&[p.q_heads, 3])?)),
        ("width", HookInput::U32(width.max(1))),
    ];
    let by_place = hook(HookKind::ScoreMod, source!("locality"), &inputs)?;
    let positional = Attention { scale: Some(0.0), ..p.clone() }.hook(by_place);
    Ok(super::GatedSources { sources: vec![p, positional] })
}

/// Shaped attention (Noci et al. 2023, Shaped Transformer): `A = I + softmax(s / tau) - U`, with `U` the
/// uniform attention over the keys that a row sees. Causal; the temperature is the attention's scale.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `prob_mod` already.
pub fn shaped(p: Attention) -> Result<Attention> {
    p.causal().own_hook(hook(HookKind::ProbMod, source!("shaped"), &[])?)
}

/// Uniform attention by hand (Hyeon-Woo et al. 2022, Context Broadcasting): `(x + mean(x)) / 2` over
/// the tokens, as an attention of scale 0. [`crate::Role::V`] is `x`.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `prob_mod` already.
pub fn context_broadcasting(p: Attention) -> Result<Attention> {
    Attention { scale: Some(0.0), ..p }.own_hook(hook(HookKind::ProbMod, source!("half_identity"), &[])?)
}

/// Prefix attention (BICO, Lv et al. 2023; prefix language models): causal, and the first
/// `prefix[b]` tokens are seen by all. `prefix` u32 `[batch]`; 0 is causal, `len` is full.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `mask_mod` already.
pub fn prefix(p: Attention) -> Result<Attention> {
    let inputs = [("prefix", HookInput::BufferU32(p.batch))];
    p.own_hook(hook(HookKind::MaskMod, source!("prefix"), &inputs)?)
}

/// Causal attention without the edges from `keys` to `queries` (Kaduri et al. 2024, What's in the Image?).
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `mask_mod` already.
pub fn knockout(
    p: Attention,
    queries: std::ops::Range<u32>,
    keys: std::ops::Range<u32>,
) -> Result<Attention> {
    let inputs = [
        ("q_first", HookInput::U32(queries.start)),
        ("q_end", HookInput::U32(queries.end)),
        ("kv_first", HookInput::U32(keys.start)),
        ("kv_end", HookInput::U32(keys.end)),
    ];
    p.own_hook(hook(HookKind::MaskMod, source!("knockout"), &inputs)?)
}

/// Heads replaced by uniform attention over what they see (Hua et al. 2025, AttentionInfluence):
/// `heads_on` u32 `[q_heads]`, 0 for those.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `score_mod` already.
pub fn uniform_heads(p: Attention) -> Result<Attention> {
    let inputs = [("heads_on", HookInput::BufferU32(p.q_heads))];
    p.own_hook(hook(HookKind::ScoreMod, source!("uniform_heads"), &inputs)?)
}

/// How word scores and section scores meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sections {
    /// `P(j) = P_w(j) P_s(s(j)) / sum_k P_w(k) P_s(s(k))` (Nallapati et al. 2016): the normalisers of the two
    /// softmaxes cancel, so that their scores add.
    Product,
    /// The score of a word times the weight of its section (Cohan et al. 2018).
    Factor,
}

/// Attention on words by sections: `sections` f32 `[batch, q_len, count]` are the scores of sections
/// ([`Sections::Product`]) or their weights, `section_of` u32 `[kv_len]` is the section of every word.
///
/// # Errors
/// [`Error::IndexOverflow`] if `sections` has more than 2^32 - 1 elements; [`Error::Unsupported`] if `p`
/// has a `score_mod` already.
pub fn by_section(p: Attention, count: u32, form: Sections) -> Result<Attention> {
    let inputs = [
        ("sections", HookInput::BufferF32(elements(&[p.batch, p.q_len, count])?)),
        ("section_of", HookInput::BufferU32(p.kv_len)),
        ("q_len", HookInput::U32(p.q_len)),
        ("count", HookInput::U32(count)),
    ];
    let source = match form {
        Sections::Product => source!("section"),
        Sections::Factor => source!("section_factor"),
    };
    p.own_hook(hook(HookKind::ScoreMod, source, &inputs)?)
}

/// Dynamic convolution (Wu et al. 2019, Pay Less Attention): `o_i = sum_n softmax_n(W x_i)_n v_(i-n)` over
/// the last `taps` tokens, a local attention whose logits are of the query alone. `logits` f32 `[batch, len,
/// heads, taps]`, the nearest first; at the start the softmax is over the tokens there are.
///
/// # Errors
/// [`Error::IndexOverflow`] if `logits` has more than 2^32 - 1 elements; [`Error::Unsupported`] if `p`
/// has a `score_mod` already.
pub fn dynamic_convolution(p: Attention, taps: u32) -> Result<Attention> {
    let inputs = [
        ("logits", HookInput::BufferF32(elements(&[p.batch, p.q_len, p.q_heads, taps])?)),
        ("len", HookInput::U32(p.q_len)),
        ("heads", HookInput::U32(p.q_heads)),
        ("taps", HookInput::U32(taps)),
    ];
    let by_distance = hook(HookKind::ScoreMod, source!("dynamic_convolution"), &inputs)?;
    let mut p = Attention { scale: Some(0.0), ..p.causal() };
    p.visibility.window_left = Some(taps.saturating_sub(1));
    p.own_hook(by_distance)
}

/// Windowed average attention distance (Li et al. 2025, Attention Illuminates LLM Reasoning): `sum_j p_ij
/// min(i - j, window)` of every row and head; [`crate::Role::V`] is ones `[batch, len, 1]`.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `prob_mod` already.
pub fn average_distance(p: &Attention, window: f32) -> Result<Attention> {
    let far = hook(HookKind::ProbMod, source!("distance"), &[("window", HookInput::F32(window))])?;
    masses(p, 1).own_hook(far)
}

/// Prefix-matching score (Olsson et al. 2022, Induction heads): the weight of the token after the previous
/// occurrence, `p_(i, next[i])`. `next` u32 `[batch, len]` is that index, `len` where there is none;
/// [`crate::Role::V`] is ones `[batch, len, 1]`. The mean over rows is the caller's.
///
/// # Errors
/// [`Error::IndexOverflow`] if `next` has more than 2^32 - 1 elements; [`Error::Unsupported`] if `p` has a
/// `prob_mod` already.
pub fn prefix_matching(p: &Attention) -> Result<Attention> {
    let inputs =
        [("next", HookInput::BufferU32(elements(&[p.batch, p.q_len])?)), ("len", HookInput::U32(p.q_len))];
    masses(p, 1).own_hook(hook(HookKind::ProbMod, source!("at_index"), &inputs)?)
}

/// One layer of attention rollout (Abnar and Zuidema 2020): `R' = (mean_h A_h / 2 + I / 2) R`, with
/// `R` the rollout of the layers below, [`crate::Role::V`] `[batch, len, len]`; the first is the identity.
///
/// # Errors
/// [`Error::Unsupported`] if `p` has a `prob_mod` already.
pub fn rollout(p: &Attention) -> Result<HeadMean> {
    masses(p, p.kv_len).own_hook(hook(HookKind::ProbMod, source!("half_identity"), &[])?).map(HeadMean)
}
