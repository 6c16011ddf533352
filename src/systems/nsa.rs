//! Native sparse attention.

use super::chain::{Chain, check_used, given, used, windowless};
use super::moba::{Chosen, pooled, wide};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Gate, Pool, Pooling, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Pattern, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// Queries that share a block list.
const QUERIES_OF_LIST: u32 = 16;

/// Native Sparse Attention (Yuan et al., NSA), causal: three branches summed with a gate per token
/// and head.
///
/// The compressed branch sees one key and value for every `extent` tokens, `stride` apart, once all of
/// them are past: their means, or what a learned map makes of them ([`Self::COMPRESSED_K`],
/// [`Self::COMPRESSED_V`] `[batch, kv_heads, ceil(len / stride), dim]`). Its weights, summed over a group of
/// heads, choose the blocks of the selected branch, which the group shares: a block is worth the sum,
/// over its pieces of `stride` tokens, of the weights of all compressed keys that hold the piece. (The
/// paper's formula counts pieces from 1 and so backward; this is what it means.) The first block, the
/// query's own and the one before are always among them. The third branch is a window.
/// [`Role::Gates`] f32 `[3, batch, q_heads, len]` weighs compressed, selected and window.
#[derive(Debug, Clone, PartialEq)]
pub struct NativeSparse {
    /// Self-attention; made causal. Its own `blocks`, `pattern`, `lse` and `scores` are not used; masks,
    /// windows, edits, hooks and past tokens are refused.
    pub attention: Attention,
    /// Tokens of a compressed key, a multiple of `stride`.
    pub extent: u32,
    /// Tokens from one compressed key to the next.
    pub stride: u32,
    /// Whether compressed keys and values are given.
    pub learned: bool,
    /// Keys of a selected block, a multiple of `stride`.
    pub block_size: u32,
    /// Selected blocks of a query, forced ones among them.
    pub top_k: u32,
    /// Keys of the window, the query's own among them; 0 for no such branch.
    pub window_size: u32,
    /// Whether [`Role::Selection`] is an output: bits `[batch, kv_heads, len, ceil(blocks / 32)]`.
    pub selection: bool,
}

impl NativeSparse {
    /// Compressed keys, where they are learned.
    pub const COMPRESSED_K: Role = Role::User("compressed_k");
    /// Compressed values, likewise.
    pub const COMPRESSED_V: Role = Role::User("compressed_v");

    /// One size of block for both: the mean of every block stands for it.
    pub fn new(attention: Attention, block_size: u32, top_k: u32, window_size: u32) -> Self {
        let (extent, stride) = (block_size, block_size);
        Self { attention, extent, stride, learned: false, block_size, top_k, window_size, selection: false }
    }

    /// Compressed keys of a head, those among them that are cut at the end and never seen.
    fn compressed_len(&self) -> u32 {
        self.attention.kv_len.div_ceil(self.stride)
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("window_size", self.window_size.into(), 0, 1 << 28)?;
        in_range("stride", self.stride.into(), 1, 1 << 16)?;
        for (what, size) in [("block_size", self.block_size), ("extent", self.extent)] {
            in_range(what, size.into(), 1, 1 << 16)?;
            if !size.is_multiple_of(self.stride) {
                let why = format!("{size} is no multiple of the stride {}", self.stride);
                return Err(Error::Contradiction { what, why });
            }
        }
        p.check_self()?;
        let (blocks, pattern, scores) = (p.blocks.clone(), p.pattern.clone(), p.scores);
        check_used(p, &Attention { visibility: windowless(p), blocks, pattern, scores, ..used(p) })
    }

    /// Attention of one branch, into its part of the partial outputs.
    fn branch(&self, n: u64) -> Attention {
        let p = &self.attention;
        let [b, h, len, d] = p.shape(Role::O);
        let size = [b, h, len, d].iter().map(|&n| u64::from(n)).product::<u64>();
        Attention {
            out_dtype: DType::F32,
            o_layout: Layout::bhnd(h, len, d).at(n * size),
            scale: p.scale,
            ..Attention::of_tensors(p)
        }
    }

    /// Adds the branch over compressed keys; its weights. Keys and values that are means are of f32, as the
    /// queries then are.
    fn compressed(&self, chain: &mut Chain<'_>, o: (Role, Slot)) -> Result<Slot> {
        let p = &self.attention;
        let branch = Attention {
            kv_len: self.compressed_len(),
            k_layout: Layout::bhnd(p.kv_heads, self.compressed_len(), p.qk_dim),
            v_layout: Layout::bhnd(p.kv_heads, self.compressed_len(), p.v_dim),
            pattern: Some(Pattern::Compressed { extent: self.extent, stride: self.stride }),
            scores: Some(ScoreOutput { stage: ScoreStage::Weights, rows: None }),
            ..self.branch(0)
        };
        if self.learned {
            let places = [(Role::K, given(Self::COMPRESSED_K)), (Role::V, given(Self::COMPRESSED_V)), o];
            return Ok(chain.run(&branch, &places, [Role::Scores])?[0]);
        }
        let mean = |role| Pool { stride: self.stride, ..pooled(p, role, self.extent) };
        let (q, q_layout) = wide(pooled(p, Role::Q, 1), Role::Q, chain)?;
        let (k, k_layout) = wide(mean(Role::K), Role::K, chain)?;
        let (v, v_layout) = wide(mean(Role::V), Role::V, chain)?;
        let branch = Attention { dtype: DType::F32, q_layout, k_layout, v_layout, ..branch };
        Ok(chain.run(&branch, &[(Role::Q, q), (Role::K, k), (Role::V, v), o], [Role::Scores])?[0])
    }

    fn window(&self) -> Attention {
        let mut p = self.branch(2).causal();
        p.visibility.window_left = Some(self.window_size.saturating_sub(1));
        p
    }

    fn gate(&self) -> Gate {
        let p = &self.attention;
        Gate {
            parts: if self.window_size > 0 { 3 } else { 2 },
            batch: p.batch,
            heads: p.q_heads,
            len: p.q_len,
            dim: p.v_dim,
            dtype: p.out_dtype,
            layout: p.o_layout,
        }
    }

    fn select(&self) -> Select {
        let p = &self.attention;
        Select {
            group: p.group(),
            first: 1,
            own: true,
            recent: 1,
            ..Select::new(p.batch, p.kv_heads, p.q_len, self.block_size, Choice::TopK(self.top_k))
        }
    }

    /// Adds what blocks are worth by the weights of compressed keys: first the weight of every piece of
    /// `stride` tokens, from the keys that hold it, then their sums over blocks.
    fn worth(&self, chain: &mut Chain<'_>, weights: Slot) -> Result<Slot> {
        let p = &self.attention;
        // The weights, which are more, fit 32 bits.
        let rows = p.batch * p.q_heads * p.q_len;
        let (len, holding) = (self.compressed_len(), self.extent / self.stride);
        let pieces = Pool::new(rows, 1, len, 1, holding, Pooling::Sum);
        let pieces = Pool { stride: 1, lead: holding - 1, ..pieces };
        let blocks = Pool::new(rows, 1, len, 1, self.block_size / self.stride, Pooling::Sum);
        let mut worth = weights;
        for pool in [pieces, blocks].into_iter().filter(|pool| pool.block > 1) {
            [worth] = chain.run(&pool, &[(Role::Input, worth)], [Role::O])?;
        }
        Ok(worth)
    }
}

impl Problem for NativeSparse {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let gate = self.gate();
        let rows = [p.batch, p.q_heads, p.q_len, p.v_dim].iter().map(|&n| u64::from(n)).product::<u64>();
        let branches = (Role::O, chain.memory(4 * rows * u64::from(gate.parts)));
        let weights = self.compressed(&mut chain, branches)?;
        let worth = (Role::Scores, self.worth(&mut chain, weights)?);
        let chosen = Chosen::new(&self.branch(1), p.kv_heads, self.block_size, QUERIES_OF_LIST)?;
        let selection = if self.selection {
            chain.run(&self.select(), &[worth], [])?;
            given(Role::Selection)
        } else {
            chain.run(&self.select(), &[worth], [Role::Selection])?[0]
        };
        chosen.add(&mut chain, &[(Role::Selection, selection), branches])?;
        if self.window_size > 0 {
            chain.run(&self.window(), &[branches], [])?;
        }
        chain.run(&gate, &[(Role::PartialO, branches.1)], [])?;
        Ok(chain.finish())
    }
}
