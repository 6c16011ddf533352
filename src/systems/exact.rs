//! Exact softmax attention as its papers arrange it: which tokens are queries, which are keys,
//! and along which axis.

use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Merge, Pool, Pooling};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Alignment, Attention, DType, Layout, Ragged, Role};
use crate::record::Slot;
use std::ops::Range;

/// The decoder's self-attention (Vaswani et al. 2017): `softmax(Q K^T / sqrt(dim) + causal) V`,
/// heads side by side in a token (`bnhd`). Projections are the caller's.
pub fn transformer(batch: u32, heads: u32, len: u32, dim: u32) -> Attention {
    Attention::new(batch, heads, len, dim).causal().contiguous_bnhd()
}

/// Queries of one sequence on the keys of another: the decoder's other attention (Vaswani et
/// al.), and all that the decoder of CrossMAE has (Fu et al. 2024: masked tokens ask, visible
/// ones answer). Tensors are `bnhd`.
pub fn cross_attention(batch: u32, heads: u32, q_len: u32, kv_len: u32, dim: u32) -> Attention {
    Attention::new(batch, heads, q_len, dim).kv_len(kv_len).contiguous_bnhd()
}

/// Perceiver (Jaegle et al. 2021): a small array of `latents`, the same for every sequence
/// ([`Role::Q`] `[latents, heads, dim]`), asks an input of any length. [`Role::KvLengths`] are the
/// lengths of the inputs. Also the pooling by multi-head attention of set transformers.
pub fn perceiver(batch: u32, heads: u32, latents: u32, inputs: u32, dim: u32) -> Attention {
    let mut p = cross_attention(batch, heads, latents, inputs, dim);
    p.q_layout.strides[0] = 0;
    Attention { kv_lengths: true, ..p }
}

/// Every token attends to those of its row of a grid, `[rows, columns, heads, dim]`; nothing is
/// copied. Attention between attributes of NPT (Kossen et al. 2021), within an instance of Group
/// Pose (Liu et al. 2023).
pub fn along_rows(rows: u32, columns: u32, heads: u32, dim: u32) -> Attention {
    Attention::new(rows, heads, columns, dim).contiguous_bnhd()
}

/// Every token attends to those of its column of the same grid: across instances in Group Pose.
pub fn along_columns(rows: u32, columns: u32, heads: u32, dim: u32) -> Attention {
    let token = u64::from(heads) * u64::from(dim);
    let layout = Layout { offset: 0, strides: [token, dim.into(), token.saturating_mul(columns.into())] };
    Attention {
        q_layout: layout,
        k_layout: layout,
        v_layout: layout,
        o_layout: layout,
        ..Attention::new(columns, heads, rows, dim)
    }
}

/// Attention between datapoints of NPT (Kossen et al. 2021): the rows of a table `[rows, features]`
/// are the tokens, with all their attributes as features, cut into `heads`. [`Role::KvLengths`]
/// `[1]` is how many rows are valid.
///
/// # Errors
/// [`Error::Contradiction`] if `heads` does not divide `features`.
pub fn between_datapoints(rows: u32, features: u32, heads: u32) -> Result<Attention> {
    if heads == 0 || !features.is_multiple_of(heads) {
        let why = format!("{heads} does not divide {features} features");
        return Err(Error::Contradiction { what: "heads", why });
    }
    let p = Attention::new(1, heads, rows, features / heads).contiguous_bnhd();
    Ok(Attention { kv_lengths: true, ..p })
}

/// Encoder-only next token prediction (Ewer et al. 2024): every prefix of `len` tokens is a
/// sequence of its own, attended in full. Prefixes are packed, the shortest first:
/// `[total, heads, dim]` with `total = len (len + 1) / 2`, and [`Role::CuSeqlensQ`] =
/// [`Role::CuSeqlensKv`] = `0, 1, 3, 6, ...`. The last row of each is its prediction.
pub fn every_prefix(heads: u32, len: u32, dim: u32) -> Attention {
    let total = len.saturating_mul(len.saturating_add(1)) / 2;
    let ragged = Some(Ragged { total_q: total, total_kv: total });
    Attention { ragged, ..Attention::new(len, heads, len, dim) }.contiguous_bnhd()
}

/// The part of an attention that some of its keys contribute: the tensors stay as they are, the
/// result is `o` and `lse` of these keys alone, in f32. Parts over all keys give the whole by
/// [`merge_of`], in any order: attention in chunks (Rabe and Staats 2021, Self-attention does not
/// need O(n^2) memory), equal ranges of keys for equal units (Sanovar et al. 2024, LeanAttention),
/// keys on several devices (Shyam et al. 2024, Tree Attention).
pub fn key_slice(p: &Attention, keys: Range<u32>) -> Attention {
    let at = |layout: Layout| layout.at(layout.strides[2].saturating_mul(keys.start.into()));
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len) - i64::from(keys.start);
    let mut part = Attention {
        kv_len: keys.end.saturating_sub(keys.start),
        k_layout: at(p.k_layout),
        v_layout: at(p.v_layout),
        lse: true,
        out_dtype: DType::F32,
        ..p.clone()
    };
    // Lengths stay under 2^28, so that offsets fit; others are refused with the problem.
    part.visibility.alignment = Alignment::Offset(i32::try_from(offset).unwrap_or(i32::MIN + 1));
    part
}

/// The merge of `parts` results of [`key_slice`] or of the steps of a ring: outputs one after
/// another in [`Role::PartialO`], log-sum-exps in [`Role::PartialLse`]. They must be contiguous
/// `bhnd`.
pub fn merge_of(p: &Attention, parts: u32) -> Merge {
    Merge {
        parts,
        batch: p.batch,
        heads: p.q_heads,
        len: p.q_len,
        dim: p.v_dim,
        dtype: DType::F32,
        layout: Layout::bhnd(p.q_heads, p.q_len, p.v_dim),
        lse: true,
    }
}

/// Attention of tensors that share a buffer: [`Role::K`] is read as values too.
///
/// EL-attention (Yan et al. 2021) keeps hidden states instead of keys and values; so do decoders
/// of latent attention. The hidden states are one head of `model_dim` features, the queries are
/// multiplied with the key projection first.
#[derive(Debug, Clone, PartialEq)]
pub struct KeysAreValues(pub Attention);

impl Problem for KeysAreValues {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut plan = Plan::empty();
        plan.append(self.0.plan(caps, policy)?, &[(Role::V, Slot::Tensor(Role::K))]);
        Ok(plan)
    }
}

/// EL-attention: every head asks the hidden states themselves, `softmax((q W_k^T) H^T / sqrt(d)) H`
/// with `d` the size of a head; the value projection comes after. [`Role::Q`]
/// `[batch, heads, q_len, model_dim]`, [`Role::K`] `[batch, kv_len, model_dim]`.
pub fn el_attention(
    batch: u32,
    heads: u32,
    q_len: u32,
    kv_len: u32,
    model_dim: u32,
    head_dim: u32,
) -> KeysAreValues {
    latent_attention(batch, heads, q_len, kv_len, [model_dim, 0], head_dim)
}

/// Multi-head latent attention (DeepSeek-AI 2024, DeepSeek-V2) as it decodes: all heads share one cache of
/// latent vectors `c`, of which keys and values are projections, and one rotated key `r` a token. A head asks
/// `softmax((q W_k c + q_r r) / sqrt(head_dim + rope_dim)) c`; its value projection comes after. [`Role::Q`]
/// `[batch, heads, q_len, rank + rope_dim]` are `q W_k`, then `q_r`; [`Role::K`] `[batch, kv_len, rank +
/// rope_dim]` are `c`, then `r`; [`Role::O`] `[batch, heads, q_len, rank]`. Visibility is the caller's to
/// set: `p.0.visibility`.
pub fn latent_attention(
    batch: u32,
    heads: u32,
    q_len: u32,
    kv_len: u32,
    [rank, rope_dim]: [u32; 2],
    head_dim: u32,
) -> KeysAreValues {
    let p = Attention::new(batch, heads, q_len, rank.saturating_add(rope_dim))
        .v_dim(rank)
        .kv_len(kv_len)
        .kv_heads(1);
    let of_head = head_dim.saturating_add(rope_dim) as f32;
    KeysAreValues(Attention { scale: Some(1.0 / of_head.sqrt()), v_layout: p.k_layout, ..p })
}

/// Embedding-free attention with a spatial reduction at inference (Yu et al. 2024, EDAFormer):
/// `softmax(X Y^T / sqrt(dim)) Y`, where `Y` are the means of `ratio` by `ratio` tokens of the grid
/// `X`. [`Role::Q`] is `X` `[batch, height * width, heads, dim]`.
#[derive(Debug, Clone, PartialEq)]
pub struct EmbeddingFree {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Rows of the grid, a multiple of `ratio`.
    pub height: u32,
    /// Columns of the grid, a multiple of `ratio`.
    pub width: u32,
    /// Size of a head.
    pub dim: u32,
    /// Tokens on each side that one key stands for; chosen at inference.
    pub ratio: u32,
}

impl EmbeddingFree {
    /// The means along the rows, and then along the columns of their result, whose order of tokens
    /// is by columns: attention does not mind.
    fn pools(&self) -> [Pool; 2] {
        let features = self.heads.saturating_mul(self.dim);
        let step = u64::from(features);
        let pool = |heads: u32, len: u32, strides| Pool {
            input_layout: Layout { offset: 0, strides },
            ..Pool::new(self.batch, heads, len, features, self.ratio, Pooling::Mean)
        };
        let (h, w) = (u64::from(self.height), u64::from(self.width));
        let narrow = w / u64::from(self.ratio);
        [
            pool(self.height, self.width, [h * w * step, w * step, step]),
            pool(narrow as u32, self.height, [h * narrow * step, step, narrow * step]),
        ]
    }
}

impl Problem for EmbeddingFree {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        in_range("ratio", self.ratio.into(), 1, 1 << 16)?;
        for (what, got) in [("height", self.height), ("width", self.width)] {
            in_range(what, got.into(), 1, 1 << 14)?;
            if !got.is_multiple_of(self.ratio) {
                let why = format!("{got} is not a multiple of the ratio {}", self.ratio);
                return Err(Error::Contradiction { what: "grid", why });
            }
        }
        let tokens = self.height * self.width;
        let keys = tokens / (self.ratio * self.ratio);
        let attend = cross_attention(self.batch, self.heads, tokens, keys, self.dim).plan(caps, policy)?;
        let [rows, columns] = self.pools().map(|p| p.plan(caps, policy));
        let (rows, columns) = (rows?, columns?);
        let mut plan = Plan::empty();
        let (_, half) = plan.scratch_for(&rows, Role::O);
        let (_, means) = plan.scratch_for(&columns, Role::O);
        plan.append(rows, &[(Role::Input, Slot::Tensor(Role::Q)), (Role::O, half)]);
        plan.append(columns, &[(Role::Input, half), (Role::O, means)]);
        plan.append(attend, &[(Role::K, means), (Role::V, means)]);
        Ok(plan)
    }
}
