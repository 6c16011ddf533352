//! Softmax attention.

use super::{
    BlockList, DType, Layout, MaskShape, Normaliser, PairFunction, Pattern, Role, Visibility, WeightFunction,
    product,
};
use crate::error::{Error, Result};
use crate::shader::{Hook, HookKind};

/// Packed batch entries of different lengths, one after another on the length axis.
///
/// Entry `b` owns queries `cu_seqlens_q[b]..cu_seqlens_q[b + 1]` and keys likewise; `q_len` and
/// `kv_len` of the problem are the longest entry's. The length axes of `q`, `o` and `lse` have
/// `total_q` places, those of `k` and `v` `total_kv`; their batch strides are not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ragged {
    /// Queries of all entries.
    pub total_q: u32,
    /// Keys of all entries.
    pub total_kv: u32,
}

/// The point of the computation whose scores are wanted as an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScoreStage {
    /// `scale * q.k`.
    Raw,
    /// After the soft cap.
    Softcap,
    /// After ALiBi and the additive mask; hidden pairs are -inf.
    Bias,
    /// Softmax weights; hidden pairs are 0.
    Weights,
    /// Their logarithms; hidden pairs are -inf (pointer networks).
    LogWeights,
}

/// Scores of some rows as an output, f32 `[batch, q_heads, rows, kv_len]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScoreOutput {
    /// Which scores.
    pub stage: ScoreStage,
    /// How many rows [`Role::ScoreRows`] lists; `None` for all `q_len` in order.
    pub rows: Option<u32>,
}

/// Scaled dot-product attention, forward:
/// `o_i = sum_j softmax_j(s_ij) v_j`, `s_ij = softcap(scale * q_i.k_j) + alibi + bias`.
///
/// The order is scale, soft cap (`c * tanh(s / c)`), ALiBi (`-slope * |p_i - j|`), additive
/// mask, then visibility: causal, windows, boolean mask and lengths must all allow a pair. A
/// sink adds `exp(sink)` to the denominator of its head. A row that sees no key gives zeros and
/// `lse = -inf` (the sink's logit, if there is one). Values of hidden pairs never matter, not even NaN.
///
/// Query head `h` reads key head `h / (q_heads / kv_heads)`.
///
/// ```
/// use wgpu_attention::{Attention, DType};
/// let problem = Attention::new(2, 8, 1024, 64).causal().kv_heads(2).dtype(DType::F16);
/// problem.validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Attention {
    /// Sequences, at most 2^28.
    pub batch: u32,
    /// Heads of queries and output, 1 to 65,536.
    pub q_heads: u32,
    /// Heads of keys and values; divides `q_heads`.
    pub kv_heads: u32,
    /// Queries of a sequence (the longest one's if ragged), at most 2^28.
    pub q_len: u32,
    /// Keys of a sequence (the longest one's if ragged or with lengths), at most 2^28.
    pub kv_len: u32,
    /// Size of a query and of a key, 1 to 1,024.
    pub qk_dim: u32,
    /// Size of a value, 1 to 1,024.
    pub v_dim: u32,
    /// Element type of `q`, `k` and `v`.
    pub dtype: DType,
    /// Element type of `o`: f32 or `dtype`; any, if `dtype` is f32.
    pub out_dtype: DType,
    /// What is scored: a product, unless another is asked for.
    pub pair: PairFunction,
    /// Factor of the scores; `None` is `1 / sqrt(qk_dim)` of products and 1 of others.
    pub scale: Option<f32>,
    /// Factors of the scores, before the soft cap ([`Role::ScoreFactors`]): a scale by head, query or
    /// key (and so by segment of keys).
    pub factors: Option<MaskShape>,
    /// Soft cap of the scores, greater than 0; `None` is none.
    pub softcap: Option<f32>,
    /// Causal and window bounds.
    pub visibility: Visibility,
    /// Visible pairs that follow from indices.
    pub pattern: Option<Pattern>,
    /// Block lists: keys outside the listed blocks are hidden, and never read.
    pub blocks: Option<BlockList>,
    /// Boolean mask ([`Role::Mask`]).
    pub mask: Option<MaskShape>,
    /// Additive mask ([`Role::Bias`]) and its element type; -inf hides a pair.
    pub bias: Option<(DType, MaskShape)>,
    /// Whether [`Role::AlibiSlopes`] is given.
    pub alibi: bool,
    /// Whether [`Role::Sinks`] is given.
    pub sinks: bool,
    /// What a score becomes: `exp` of a softmax, unless another is asked for.
    pub weight: WeightFunction,
    /// What weights are divided by: their sum, unless another is asked for.
    pub normaliser: Normaliser,
    /// Added to the sum that weights are divided by, e.g. 1 for softmax off by one; 0 or more.
    pub denominator: Option<f32>,
    /// Factors of the output's rows ([`Role::RowWeights`]) `[batch, q_heads, q_len, 1]`, each axis 1 or
    /// full: weights of heads, also by token. A row of factor 0 sees no key, and tiles of such rows
    /// do no work: heads are switched off.
    pub row_weights: Option<MaskShape>,
    /// Whether [`Role::KvLengths`] is given: keys from there on are padding. Lengths over
    /// `kv_len` count as `kv_len`.
    pub kv_lengths: bool,
    /// Tokens of a cache that comes before the new keys and values: [`Role::PastK`] and
    /// [`Role::PastV`] hold them, [`Role::K`] and [`Role::V`] the other `kv_len - past_len`,
    /// and [`Role::PresentK`] and [`Role::PresentV`] receive all `kv_len`. Past and present are
    /// contiguous `bhnd`. The alignment is not implied: usually `Offset(past_len)`.
    pub past_len: Option<u32>,
    /// Packed batch entries.
    pub ragged: Option<Ragged>,
    /// Functions of the user's, at most one of each kind. `score_mod` comes after ALiBi,
    /// `mask_mod` after the boolean mask, `prob_mod` after the softmax, `out_mod` as the output is
    /// written.
    pub hooks: Vec<Hook>,
    /// Whether [`Role::Lse`] is wanted: f32 `[batch, q_heads, q_len]`, `[q_heads, total_q]` if ragged.
    pub lse: bool,
    /// Whether [`Role::Scores`] is wanted.
    pub scores: Option<ScoreOutput>,
    /// View of the queries.
    pub q_layout: Layout,
    /// View of the keys.
    pub k_layout: Layout,
    /// View of the values.
    pub v_layout: Layout,
    /// View of the output.
    pub o_layout: Layout,
}

/// Head sizes the kernels are built for.
pub(crate) const MAX_DIM: u32 = 1024;
/// Lengths, offsets and windows: sums of three stay inside i32 in the kernels.
pub(crate) const MAX_AXIS: u64 = 1 << 28;

impl Attention {
    /// Self-attention of equal head counts, lengths and sizes in f32, contiguous `bhnd`.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32) -> Self {
        let layout = Layout::bhnd(heads, len, dim);
        Self {
            batch,
            q_heads: heads,
            kv_heads: heads,
            q_len: len,
            kv_len: len,
            qk_dim: dim,
            v_dim: dim,
            dtype: DType::F32,
            out_dtype: DType::F32,
            pair: PairFunction::default(),
            scale: None,
            factors: None,
            softcap: None,
            visibility: Visibility::default(),
            pattern: None,
            blocks: None,
            mask: None,
            bias: None,
            alibi: false,
            sinks: false,
            weight: WeightFunction::default(),
            normaliser: Normaliser::default(),
            denominator: None,
            row_weights: None,
            kv_lengths: false,
            past_len: None,
            ragged: None,
            hooks: Vec::new(),
            lse: false,
            scores: None,
            q_layout: layout,
            k_layout: layout,
            v_layout: layout,
            o_layout: layout,
        }
    }

    /// Plain attention over the same tensors: shapes, types and views of `p`, without its masks,
    /// edits and further outputs.
    pub(crate) fn of_tensors(p: &Self) -> Self {
        Self {
            kv_heads: p.kv_heads,
            kv_len: p.kv_len,
            v_dim: p.v_dim,
            dtype: p.dtype,
            out_dtype: p.out_dtype,
            q_layout: p.q_layout,
            k_layout: p.k_layout,
            v_layout: p.v_layout,
            o_layout: p.o_layout,
            ..Self::new(p.batch, p.q_heads, p.q_len, p.qk_dim)
        }
    }

    /// Sets the key and value heads (grouped-query attention). Contiguous `bhnd` again.
    pub fn kv_heads(mut self, kv_heads: u32) -> Self {
        self.kv_heads = kv_heads;
        self.contiguous()
    }

    /// Sets the number of keys. Contiguous `bhnd` again.
    pub fn kv_len(mut self, kv_len: u32) -> Self {
        self.kv_len = kv_len;
        self.contiguous()
    }

    /// Sets the size of values. Contiguous `bhnd` again.
    pub fn v_dim(mut self, v_dim: u32) -> Self {
        self.v_dim = v_dim;
        self.contiguous()
    }

    /// Sets the element type of inputs and output.
    pub fn dtype(mut self, dtype: DType) -> Self {
        self.dtype = dtype;
        self.out_dtype = dtype;
        self
    }

    /// Hides keys after the query's own position.
    pub fn causal(mut self) -> Self {
        self.visibility.causal = true;
        self
    }

    /// Adds a hook, in place of the one of its kind.
    pub fn hook(mut self, hook: Hook) -> Self {
        self.hooks.retain(|h| h.kind() != hook.kind());
        self.hooks.push(hook);
        self
    }

    /// Adds a hook of a system's own.
    ///
    /// # Errors
    /// [`Error::Unsupported`] if the caller has one of its kind, which it would replace.
    pub(crate) fn own_hook(self, hook: Hook) -> Result<Self> {
        if self.hook_of(hook.kind()).is_some() {
            let what = format!("a {} besides that of the system", hook.kind().name());
            return Err(Error::unsupported(what, "there is one of a kind"));
        }
        Ok(self.hook(hook))
    }

    /// The hook of a kind.
    pub fn hook_of(&self, kind: HookKind) -> Option<&Hook> {
        self.hooks.iter().find(|h| h.kind() == kind)
    }

    /// Asks for the log-sum-exp of every row.
    pub fn with_lse(mut self) -> Self {
        self.lse = true;
        self
    }

    /// Packs sequences of at most `q_len` queries and `kv_len` keys, so many in all. Contiguous again.
    pub fn ragged(mut self, total_q: u32, total_kv: u32) -> Self {
        self.ragged = Some(Ragged { total_q, total_kv });
        self.contiguous()
    }

    /// Makes all four views contiguous `bhnd` (`[heads, total, dim]` if ragged).
    pub fn contiguous(mut self) -> Self {
        let (q_len, kv_len) = self.storage_lens();
        self.q_layout = Layout::bhnd(self.q_heads, q_len, self.qk_dim);
        self.k_layout = Layout::bhnd(self.kv_heads, kv_len, self.qk_dim);
        self.v_layout = Layout::bhnd(self.kv_heads, kv_len, self.v_dim);
        self.o_layout = Layout::bhnd(self.q_heads, q_len, self.v_dim);
        self
    }

    /// Makes all four views contiguous `bnhd` (`[total, heads, dim]` if ragged).
    pub fn contiguous_bnhd(mut self) -> Self {
        let (q_len, kv_len) = self.storage_lens();
        self.q_layout = Layout::bnhd(self.q_heads, q_len, self.qk_dim);
        self.k_layout = Layout::bnhd(self.kv_heads, kv_len, self.qk_dim);
        self.v_layout = Layout::bnhd(self.kv_heads, kv_len, self.v_dim);
        self.o_layout = Layout::bnhd(self.q_heads, q_len, self.v_dim);
        self
    }

    /// The factor of the scores.
    pub fn effective_scale(&self) -> f32 {
        let products = self.pair == PairFunction::Dot;
        self.scale.unwrap_or(if products { 1.0 / (self.qk_dim as f32).sqrt() } else { 1.0 })
    }

    /// Query heads that share a key head.
    pub fn group(&self) -> u32 {
        self.q_heads / self.kv_heads.max(1)
    }

    /// Query heads whose rows share a tile: those of a key head, unless each has its own list.
    pub(crate) fn pack(&self) -> u32 {
        match &self.blocks {
            Some(b) if b.heads == self.q_heads => 1,
            _ => self.group(),
        }
    }

    /// Rows that one tile may hold: those of a pack of heads, in a block of queries if there
    /// are block lists.
    pub(crate) fn rows_of_block(&self) -> u64 {
        let queries = self.blocks.as_ref().map_or(self.q_len, |b| b.block_q.min(self.q_len));
        u64::from(queries) * u64::from(self.pack())
    }

    /// Places on the length axes of the query and key buffers.
    pub fn storage_lens(&self) -> (u32, u32) {
        let new = self.kv_len.saturating_sub(self.past_len.unwrap_or(0));
        self.ragged.map_or((self.q_len, new), |r| (r.total_q, r.total_kv))
    }

    /// Sets how many of the `kv_len` keys come from a cache. Contiguous `bhnd` again.
    pub fn past(mut self, past_len: u32) -> Self {
        self.past_len = Some(past_len);
        self.contiguous()
    }

    /// Batch entries that the buffers of queries and keys hold: 1 if ragged.
    pub fn storage_batch(&self) -> u32 {
        if self.ragged.is_some() { 1 } else { self.batch }
    }

    /// Shape `[batch, heads, len, dim]` in memory of one of the four views.
    pub fn shape(&self, role: Role) -> [u32; 4] {
        let (b, (q, kv)) = (self.storage_batch(), self.storage_lens());
        match role {
            Role::Q => [b, self.q_heads, q, self.qk_dim],
            Role::K => [b, self.kv_heads, kv, self.qk_dim],
            Role::V => [b, self.kv_heads, kv, self.v_dim],
            _ => [b, self.q_heads, q, self.v_dim],
        }
    }

    /// Heads of the labels that the pattern asks for.
    pub(crate) fn label_heads(&self) -> Option<u32> {
        self.pattern.as_ref().and_then(Pattern::label_heads)
    }

    /// Queries and keys of a head that have labels: those of the cache too.
    pub(crate) fn label_lens(&self) -> (u32, u32) {
        self.ragged.map_or((self.q_len, self.kv_len), |r| (r.total_q, r.total_kv))
    }

    /// Tensors that the pattern asks for, and their bytes.
    pub(crate) fn pattern_bytes(&self) -> Vec<(Role, u64)> {
        let (q, kv) = self.label_lens();
        let labels = |len| product(&[4, self.storage_batch(), self.label_heads().unwrap_or(0), len]);
        let bytes = |role| match role {
            Role::HeadWindows => product(&[8, self.q_heads]),
            Role::Verticals | Role::Slashes => {
                product(&[4, self.batch, self.q_heads, self.kv_len.div_ceil(32)])
            }
            Role::QLabels => labels(q),
            _ => labels(kv),
        };
        let needs = self.pattern.as_ref().map_or(Vec::new(), Pattern::needs);
        needs.into_iter().map(|role| (role, bytes(role))).collect()
    }

    /// Rows of the scores output.
    pub fn score_rows(&self) -> u32 {
        self.scores.map_or(0, |s| s.rows.unwrap_or(self.q_len))
    }
}
