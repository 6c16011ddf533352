//! Every head reads a few chunks of its own.

use super::chain::{Chain, check_plain, given};
use super::cores::of_groups;
use super::moba::{Chosen, queries_of_list};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Pool, Pooling, Scores, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Layout, Pattern, Role, ScoreOutput, ScoreStage};

/// LongHeads (Lu et al. 2024), causal: every query and head sees the first chunk of keys, its own and those
/// before, and the chunks whose summary agrees with it best. A summary is the chunk's keys weighed by
/// `softmax(q_c K_c^T / sqrt(d))`, `q_c` the mean output of attention within the chunk, in both directions as
/// in the released code. Outputs within chunks, their means and summaries are kept in the inputs' type.
///
/// Positions are those of the queries and keys given. The paper turns them by their places within a
/// chunk for summaries, and by their places among the chosen chunks for the attention, which keeps
/// distances within the trained length; both are the caller's to choose, one for all stages.
#[derive(Debug, Clone, PartialEq)]
pub struct LongHeads {
    /// Self-attention without masks, values of the size of keys; made causal.
    pub attention: Attention,
    /// Tokens of a chunk.
    pub chunk_size: u32,
    /// Chunks of a query, those forced among them.
    pub top_k: u32,
    /// Chunks before the query's own that are always seen; 1 in the released code.
    pub recent: u32,
}

impl LongHeads {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        check_plain(p)?;
        in_range("chunk_size", self.chunk_size.into(), 1, 1 << 16)?;
        if p.v_dim != p.qk_dim {
            let what = "v_dim: outputs of chunks ask their keys";
            return Err(Error::mismatch(what, p.qk_dim.into(), p.v_dim.into()));
        }
        Ok(())
    }
}

impl Problem for LongHeads {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let (p, size) = (&self.attention, self.chunk_size);
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let chunks = p.kv_len.div_ceil(size);
        let queries = Layout::bhnd(p.q_heads, chunks, p.qk_dim);
        let mut chain = Chain::new(caps, policy);
        let inside = Attention {
            pattern: Some(Pattern::Blocks { size, halo: 0, shift: 0 }),
            scale: p.scale,
            out_dtype: p.dtype,
            o_layout: Layout::bhnd(p.q_heads, p.q_len, p.v_dim),
            ..Attention::of_tensors(p)
        };
        let [outputs] = chain.run(&inside, &[], [Role::O])?;
        let mean = Pool::new(p.batch, p.q_heads, p.q_len, p.v_dim, size, Pooling::Mean);
        let [means] = chain.run(&Pool { dtype: p.dtype, ..mean }, &[(Role::Input, outputs)], [Role::O])?;
        let summaries = of_groups(p, chunks, size, queries, Role::K);
        let [summaries] = chain.run(&summaries, &[(Role::Q, means), (Role::V, given(Role::K))], [Role::O])?;
        let scores = Scores(Attention {
            kv_heads: p.q_heads,
            kv_len: chunks,
            k_layout: queries,
            v_layout: queries,
            scores: Some(ScoreOutput { stage: ScoreStage::Raw, rows: None }),
            ..Attention::of_tensors(p)
        });
        let [scores] = chain.run(&scores, &[(Role::K, summaries)], [Role::Scores])?;
        let choice = Choice::TopK(self.top_k);
        let select = Select {
            first: 1,
            own: true,
            recent: self.recent,
            ..Select::new(p.batch, p.q_heads, p.q_len, size, choice)
        };
        let [selection] = chain.run(&select, &[(Role::Scores, scores)], [Role::Selection])?;
        let chosen = Chosen::new(p, p.q_heads, size, queries_of_list(caps))?;
        chosen.add(&mut chain, &[(Role::Selection, selection)])?;
        Ok(chain.finish())
    }
}
