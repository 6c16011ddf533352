//! Two softmaxes: inside a block of keys, and over blocks.
//!
//! The weight of key `j` in block `c` is `g_ic exp(s_ij - lse_ic)`, with `lse_ic` the log-sum-exp of query
//! `i` over block `c` and `g_ic` the block's weight. That is one softmax over scores `s_ij + ln g_ic -
//! lse_ic`: a number of the query and the block is added to every score. Finding the `lse_ic` takes a pass
//! over all keys, which a choice of blocks does not shorten, and memory for every query and block.

use super::chain::{Chain, check_unmasked, check_used, given, used, windowless};
use super::hooked::{elements, hook, source};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{
    Choice, CompactBlocks, MapCells, Pool, Pooling, Reduction, Scores, Select, SelectionForm, StridedCopy,
    WeightMap,
};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{
    Activation, Attention, DType, EditRows, Layout, Pattern, Role, RowStep, ScoreOutput, ScoreStage,
};
use crate::record::Slot;
use crate::shader::{HookInput, HookKind};

/// What the hook reads.
const OF_BLOCK: Role = Role::User("of_block");

/// Blocks of keys and their numbers for every query.
struct Blocks<'a> {
    /// Attention over the keys inside blocks.
    inside: &'a Attention,
    /// Keys of a block.
    size: u32,
    /// Blocks that have a number; keys past them have none.
    count: u32,
    /// Position of query 0, for a query's own block to have none.
    own: Option<i32>,
}

impl Blocks<'_> {
    /// Adds the numbers `weights - lse`: logs of the blocks' weights `[batch, q_heads or 1, q_len, count]`.
    fn numbers(&self, chain: &mut Chain<'_>, weights: Slot, heads: u32) -> Result<Slot> {
        let p = self.inside;
        let cells = MapCells::Blocks { block_q: 1, block_kv: self.size };
        let map = WeightMap { attention: p.clone(), cells, reduction: Reduction::Lse };
        let [lse] = chain.run(&map, &[], [Role::Scores])?;
        let columns = p.kv_len.div_ceil(self.size);
        let steps = [RowStep::Scale(-1.0), RowStep::Add];
        let mut add = EditRows::new(p.batch, p.q_heads, p.q_len, self.count, &steps);
        add.input_layout = Layout::bhnd(p.q_heads, p.q_len, columns);
        if heads == 1 {
            let [_, rows, row] = add.epilogue.branch_layout.strides;
            add.epilogue.branch_layout.strides = [rows, 0, row];
        }
        Ok(chain.run(&add, &[(Role::Input, lse), (Role::Branch, weights)], [Role::O])?[0])
    }

    /// The attention with the numbers added.
    fn attend(&self) -> Result<Attention> {
        let p = self.inside;
        let inputs = [
            ("of_block", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len, self.count])?)),
            ("heads", HookInput::U32(p.q_heads)),
            ("q_len", HookInput::U32(p.q_len)),
            ("size", HookInput::U32(self.size)),
            ("blocks", HookInput::U32(self.count)),
            ("own", HookInput::I32(self.own.unwrap_or(i32::MIN))),
        ];
        p.clone().own_hook(hook(HookKind::ScoreMod, source!("by_block"), &inputs)?)
    }

    /// Adds lists of the chosen blocks, for every query and `heads`, and the attention over them.
    fn attend_chosen<const N: usize>(
        &self,
        chain: &mut Chain<'_>,
        select: &Select,
        scores: Slot,
        numbers: Slot,
        kept: [Role; N],
    ) -> Result<[Slot; N]> {
        let [selection] = chain.run(select, &[(Role::Scores, scores)], [Role::Selection])?;
        let compact = CompactBlocks {
            batch: select.batch,
            heads: select.heads,
            rows: select.q_len,
            blocks: select.blocks,
            heads_of_list: 1,
            rows_of_list: 1,
            form: SelectionForm::Bits,
        };
        let [spans, entries] =
            chain.run(&compact, &[(Role::Selection, selection)], [Role::BlockSpans, Role::BlockEntries])?;
        let attend = Attention { blocks: Some(compact.list(1, self.size)?), ..self.attend()? };
        let places = [(Role::BlockSpans, spans), (Role::BlockEntries, entries), (OF_BLOCK, numbers)];
        chain.run(&attend, &places, kept)
    }
}

/// Landmark attention's grouped softmax (Mohtashami and Jaggi 2023), causal: the last token of every
/// block is its landmark. A query's softmax is over the tokens of its own block and the landmarks of the
/// blocks before; a landmark's weight is shared among its block's other tokens by a softmax of their
/// own. Landmarks' values and the own block's landmark take no part.
///
/// With `top_k`, as the paper infers: each query and head sees the blocks of those landmarks alone that
/// score highest, and its own. Positions are the caller's.
#[derive(Debug, Clone, PartialEq)]
pub struct Landmark {
    /// Self-attention without masks, or the last queries over a cache ([`Alignment`](crate::Alignment));
    /// made causal.
    pub attention: Attention,
    /// Tokens of a block, its landmark among them.
    pub block_size: u32,
    /// Blocks of a query, its own among them; `None` for all.
    pub top_k: Option<u32>,
}

impl Landmark {
    fn offset(&self) -> Result<i32> {
        let p = &self.attention;
        let offset = p.visibility.alignment.offset(p.q_len, p.kv_len);
        i32::try_from(offset).map_err(|_| Error::unsupported("alignment", "it passes 31 bits"))
    }

    /// Scores of landmarks `[batch, q_heads, q_len, blocks]`.
    fn landmarks(&self, blocks: u32) -> Scores {
        let (p, size) = (&self.attention, u64::from(self.block_size));
        let [batch, head, row] = p.k_layout.strides;
        Scores(Attention {
            kv_len: blocks,
            k_layout: Layout { strides: [batch, head, row * size], ..p.k_layout.at((size - 1) * row) },
            v_layout: Layout::bhnd(p.kv_heads, blocks, p.v_dim),
            scale: p.scale,
            scores: Some(ScoreOutput { stage: ScoreStage::Raw, rows: None }),
            ..Attention::of_tensors(p)
        })
    }

    /// Adds `scores` with room for a last block without a landmark, which only its own queries see:
    /// what stands there does not matter.
    fn with_last(&self, chain: &mut Chain<'_>, scores: Slot, blocks: u32) -> Result<Slot> {
        let p = &self.attention;
        let all = p.kv_len.div_ceil(self.block_size);
        if all == blocks {
            return Ok(scores);
        }
        let [batch, heads, len] = [p.batch, p.q_heads, p.q_len];
        let (input_layout, output_layout) = (Layout::bhnd(heads, len, blocks), Layout::bhnd(heads, len, all));
        let wider =
            StridedCopy { batch, heads, len, dim: blocks, dtype: DType::F32, input_layout, output_layout };
        let cells = [batch, heads, len, all].iter().map(|&n| u64::from(n)).product::<u64>();
        let memory = chain.memory(4 * cells);
        chain.run(&wider, &[(Role::Input, scores), (Role::O, memory)], [])?;
        Ok(memory)
    }
}

impl Problem for Landmark {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let (p, size) = (&self.attention, self.block_size);
        check_unmasked(p)?;
        in_range("block_size", size.into(), 1, 1 << 16)?;
        let offset = self.offset()?;
        let count = p.kv_len / size;
        let others = Pattern::Not(Box::new(Pattern::Columns { block: size, columns: 1 }));
        let tokens = Attention { pattern: Some(others), lse: false, ..p.clone() }.causal();
        if count == 0 || p.q_len == 0 {
            return Attention { lse: p.lse, ..tokens }.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let [scores] = chain.run(&self.landmarks(count), &[], [Role::Scores])?;
        let blocks = Blocks { inside: &tokens, size, count, own: Some(offset) };
        let numbers = blocks.numbers(&mut chain, scores, p.q_heads)?;
        let whole = Attention { lse: p.lse, ..tokens.clone() };
        let blocks = Blocks { inside: &whole, ..blocks };
        let Some(top_k) = self.top_k else {
            chain.run(&blocks.attend()?, &[(OF_BLOCK, numbers)], [])?;
            return Ok(chain.finish());
        };
        let select = Select {
            blocks: p.kv_len.div_ceil(size),
            align_offset: offset,
            own: true,
            ..Select::new(p.batch, p.q_heads, p.q_len, size, Choice::TopK(top_k))
        };
        let scores = self.with_last(&mut chain, scores, count)?;
        blocks.attend_chosen(&mut chain, &select, scores, numbers, [])?;
        Ok(chain.finish())
    }
}

/// Hierarchical chunk attention memory (Lampinen et al. 2021, HCAM): a query finds the chunks of a
/// memory whose summaries agree with it best, attends within each of them, and adds what it finds there
/// weighted by the chunk's relevance: `o = sum_c r_c Attention(q, K_c, V_c)`.
///
/// Relevance is `softmax(s q^T / sqrt(summary_dim))` over all chunks, one for all heads: [`Self::QUERY`]
/// `[batch, q_len, summary_dim]` are the queries for it, and summaries are the means of [`Self::KEY`]
/// `[batch, kv_len, summary_dim]` over chunks, both of the attention's type. Maps of tokens, positions within
/// a chunk and the residual are the caller's. If the attention is causal, a chunk is in the memory of a query
/// once all of it is past; a query without memory gives zeros. Summaries are kept in the inputs' type.
#[derive(Debug, Clone, PartialEq)]
pub struct ChunkMemory {
    /// Queries over the tokens of the memory, without masks.
    pub attention: Attention,
    /// Tokens of a chunk.
    pub chunk_size: u32,
    /// Features that relevance is measured by, 1 to 512.
    pub summary_dim: u32,
    /// Chunks of a query.
    pub top_k: u32,
    /// Whether the relevances of the chosen chunks are divided by their sum, as in the released code;
    /// in the paper's formula they are not.
    pub normalised: bool,
}

impl ChunkMemory {
    /// Queries for chunks.
    pub const QUERY: Role = Role::User("summary_q");
    /// Tokens as summaries see them.
    pub const KEY: Role = Role::User("summary_k");

    /// Adds logs of the relevances `[batch, 1, q_len, chunks]`.
    fn relevance(&self, chain: &mut Chain<'_>, chunks: u32) -> Result<Slot> {
        let (p, size) = (&self.attention, self.chunk_size);
        let pool = Pool::new(p.batch, 1, p.kv_len, self.summary_dim, size, Pooling::Mean);
        let pool = Pool { dtype: p.dtype, ..pool };
        let [summaries] = chain.run(&pool, &[(Role::Input, given(Self::KEY))], [Role::O])?;
        let mut among = Attention::new(p.batch, 1, p.q_len, self.summary_dim).kv_len(chunks).dtype(p.dtype);
        among.visibility.alignment = p.visibility.alignment;
        among.pattern = p.visibility.causal.then_some(Pattern::Compressed { extent: size, stride: size });
        among.scores = Some(ScoreOutput { stage: ScoreStage::LogWeights, rows: None });
        let places = [(Role::Q, given(Self::QUERY)), (Role::K, summaries)];
        Ok(chain.run(&Scores(among), &places, [Role::Scores])?[0])
    }
}

impl Problem for ChunkMemory {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let (p, size) = (&self.attention, self.chunk_size);
        p.validate()?;
        check_used(p, &Attention { visibility: windowless(p), ..used(p) })?;
        in_range("chunk_size", size.into(), 1, 1 << 16)?;
        if p.lse && !self.normalised {
            return Err(Error::unsupported("lse of weights that do not sum to 1", "none is defined"));
        }
        if p.q_len == 0 || p.kv_len == 0 {
            return p.plan(caps, policy);
        }
        let chunks = p.kv_len.div_ceil(size);
        let mut chain = Chain::new(caps, policy);
        let relevance = self.relevance(&mut chain, chunks)?;
        // Chosen chunks are past as a whole.
        let inside = Attention { visibility: crate::Visibility::default(), lse: false, ..p.clone() };
        let blocks = Blocks { inside: &inside, size, count: chunks, own: None };
        let numbers = blocks.numbers(&mut chain, relevance, 1)?;
        let select = Select {
            blocks: chunks,
            causal: false,
            ..Select::new(p.batch, 1, p.q_len, size, Choice::TopK(self.top_k))
        };
        if self.normalised {
            let whole = Attention { lse: p.lse, ..inside.clone() };
            let blocks = Blocks { inside: &whole, ..blocks };
            blocks.attend_chosen(&mut chain, &select, relevance, numbers, [])?;
            return Ok(chain.finish());
        }
        // The relevances' sum is the denominator that the softmax has divided by.
        let [batch, heads, len, dim] = p.shape(Role::O);
        let o_layout = Layout::bhnd(heads, len, dim);
        let whole = Attention { lse: true, out_dtype: DType::F32, o_layout, ..inside.clone() };
        let blocks = Blocks { inside: &whole, ..blocks };
        let [o, lse] = blocks.attend_chosen(&mut chain, &select, relevance, numbers, [Role::O, Role::Lse])?;
        let undo = EditRows::new(batch, heads, len, dim, &[RowStep::Gate(Activation::Exp)]);
        let undo = EditRows {
            out_dtype: p.out_dtype,
            o_layout: p.o_layout,
            epilogue: undo.epilogue.clone().row_gate(Layout::bhnd(heads, len, 1)),
            ..undo
        };
        chain.run(&undo, &[(Role::Input, o), (Role::Gate, lse)], [])?;
        Ok(chain.finish())
    }
}
