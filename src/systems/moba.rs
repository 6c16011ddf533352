//! Mixture of block attention.

use super::chain::{Chain, given};
use super::hashed::rows;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{Choice, CompactBlocks, Pool, Pooling, Rows, Scores, Select, SelectionForm};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, BlockList, DType, Layout, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// Queries that share a block list: as many as fill the tile that the device gets.
pub(super) fn queries_of_list(caps: &DeviceCaps) -> u32 {
    if caps.cpu { 256 } else { 64 }
}

/// Mixture of Block Attention (Lu et al., MoBA): every query attends to its own chunk of keys
/// and to those earlier ones whose mean key agrees with it best, causally.
///
/// A list serves 64 queries or more and the heads of a group: it names the chunks that
/// any of them chose, and each pair then asks the choice of its own query.
#[derive(Debug, Clone, PartialEq)]
pub struct Moba {
    /// Self-attention; made causal. Its own `blocks` is not used.
    pub attention: Attention,
    /// Keys of a chunk.
    pub chunk_size: u32,
    /// Chunks of a query, its own among them.
    pub top_k: u32,
    /// Whether [`Role::Selection`] is an output: bits `[batch, q_heads, len, ceil(chunks / 32)]`.
    pub selection: bool,
}

impl Moba {
    /// The choice of chunks from the products of queries with mean keys.
    fn select(&self) -> Select {
        let p = &self.attention;
        let choice = Choice::TopK(self.top_k);
        Select { own: true, ..Select::new(p.batch, p.q_heads, p.q_len, self.chunk_size, choice) }
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        crate::error::in_range("chunk_size", self.chunk_size.into(), 1, 1 << 16)?;
        p.check_self()?;
        if p.ragged.is_some() || p.kv_lengths {
            return Err(Error::unsupported("chunks of a ragged batch", "they are cut from one length"));
        }
        Ok(())
    }
}

/// The means of an attention's queries, keys or values in blocks, in f32: rounded to 16 bits they would tie,
/// and choose other blocks.
pub(super) fn pooled(p: &Attention, role: Role, block: u32) -> Pool {
    let Rows { batch, heads, len, dim, dtype, layout } = rows(p, role);
    let pool = Pool::new(batch, heads, len, dim, block, Pooling::Mean);
    Pool { dtype, out_dtype: Some(DType::F32), input_layout: layout, ..pool }
}

/// Adds the means of a pool; those of single tokens are the tensor itself, if that is of f32.
pub(super) fn wide(pool: Pool, role: Role, chain: &mut Chain<'_>) -> Result<(Slot, Layout)> {
    if (pool.block, pool.stride, pool.dtype) == (1, 1, DType::F32) {
        return Ok((given(role), pool.input_layout));
    }
    let layout = Layout::bhnd(pool.heads, pool.blocks(), pool.dim);
    Ok((chain.run(&pool, &[(Role::Input, given(role))], [Role::O])?[0], layout))
}

/// Block lists for the choices of single queries, and the attention that follows them.
pub(super) struct Chosen {
    compact: CompactBlocks,
    attend: Attention,
}

impl Chosen {
    /// `heads` made a choice each for every query.
    pub(super) fn new(p: &Attention, heads: u32, block: u32, queries_of_list: u32) -> Result<Self> {
        let compact = CompactBlocks {
            batch: p.batch,
            heads,
            rows: p.q_len,
            blocks: p.kv_len.div_ceil(block),
            heads_of_list: heads / p.kv_heads,
            rows_of_list: queries_of_list,
            form: SelectionForm::Bits,
        };
        let list = BlockList { selection_heads: Some(heads), ..compact.list(queries_of_list, block)? };
        let attend = Attention { blocks: Some(list), ..p.clone() }.causal();
        Ok(Self { compact, attend })
    }

    /// Adds both stages; [`Role::Selection`] lies where `places` say, as may other tensors.
    pub(super) fn add(&self, chain: &mut Chain<'_>, places: &[(Role, Slot)]) -> Result<()> {
        let [spans, entries] = chain.run(&self.compact, places, [Role::BlockSpans, Role::BlockEntries])?;
        let lists = [(Role::BlockSpans, spans), (Role::BlockEntries, entries)];
        chain.run(&self.attend, &[places, &lists].concat(), [])?;
        Ok(())
    }
}

impl Problem for Moba {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let (queries, q_layout) = wide(pooled(p, Role::Q, 1), Role::Q, &mut chain)?;
        let (means, k_layout) = wide(pooled(p, Role::K, self.chunk_size), Role::K, &mut chain)?;
        let chunks = p.kv_len.div_ceil(self.chunk_size);
        let scores = Scores(Attention {
            kv_len: chunks,
            dtype: DType::F32,
            q_layout,
            k_layout,
            v_layout: Layout::bhnd(p.kv_heads, chunks, p.v_dim),
            scores: Some(ScoreOutput { stage: ScoreStage::Raw, rows: None }),
            lse: false,
            ..Attention::of_tensors(p)
        });
        let [products] = chain.run(&scores, &[(Role::Q, queries), (Role::K, means)], [Role::Scores])?;
        let products = (Role::Scores, products);
        let selection = if self.selection {
            chain.run(&self.select(), &[products], [])?;
            given(Role::Selection)
        } else {
            chain.run(&self.select(), &[products], [Role::Selection])?[0]
        };
        let chosen = Chosen::new(p, p.q_heads, self.chunk_size, queries_of_list(caps))?;
        chosen.add(&mut chain, &[(Role::Selection, selection)])?;
        Ok(chain.finish())
    }
}
