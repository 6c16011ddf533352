//! Blocks estimated where they are alike inside, and always computed where they are not.

use super::chain::{Chain, given};
use super::hashed::rows;
use super::hooked::{elements, hook, source};
use super::moba::pooled;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Cohesion, RowRule, Scores, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};
use crate::shader::{HookInput, HookKind};

/// The first stage of SpargeAttn (Zhang et al. 2025), and the attention over the blocks that it keeps.
///
/// A block's mean stands for it if its tokens are alike: if the mean cosine of all pairs of them
/// reaches `similarity`. Mean queries against the mean keys of such blocks, through a softmax, give
/// the estimate; of each row the best blocks are kept whose sum stays within `mass`, at least one
/// ([`Choice::Within`]). Blocks of queries that are not alike visit all, and blocks of keys that are
/// not are visited by all.
///
/// The paper leaves open what becomes of queries whose own block is not kept; in causal attention
/// the blocks of a row's own queries are kept here, so that each query sees a key, and count first.
/// Pairs are cut in causal attention by blocks, as the estimate is.
#[derive(Debug, Clone, PartialEq)]
pub struct SpargeAttention {
    /// Self-attention. Its own `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Queries of a block (128 in the paper).
    pub block_q: u32,
    /// Keys of a block (64 in the paper).
    pub block_kv: u32,
    /// Mean cosine from which on a mean stands for its block; the paper's theta.
    pub similarity: f32,
    /// Share of a row's estimate that is kept; the paper's tau.
    pub mass: f32,
}

impl SpargeAttention {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("block_q", self.block_q.into(), 1, 1 << 16)?;
        in_range("block_kv", self.block_kv.into(), 1, 1 << 16)?;
        p.check_self()?;
        if p.ragged.is_some() || p.kv_lengths || p.past_len.is_some() {
            return Err(Error::unsupported("blocks of a ragged batch", "they are cut from one length"));
        }
        Ok(())
    }

    /// The softmax of means, blocks of keys hidden that are not alike inside.
    fn estimate(&self) -> Result<Scores> {
        let p = &self.attention;
        let [rows, blocks] = [p.q_len.div_ceil(self.block_q), p.kv_len.div_ceil(self.block_kv)];
        let marks = Select::BLOCK_MARKS.name();
        let inputs = [
            (marks, HookInput::BufferF32(elements(&[p.batch, p.kv_heads, blocks])?)),
            ("heads", HookInput::U32(p.kv_heads)),
            ("group", HookInput::U32(p.group())),
            ("blocks", HookInput::U32(blocks)),
            ("least", HookInput::F32(self.similarity)),
            ("block_q", HookInput::U32(self.block_q)),
            ("block_kv", HookInput::U32(self.block_kv)),
            ("causal", HookInput::U32(p.visibility.causal.into())),
        ];
        let alike = hook(HookKind::MaskMod, source!("alike_blocks"), &inputs)?;
        let of = Attention::new(p.batch, p.q_heads, rows, p.qk_dim).kv_heads(p.kv_heads).kv_len(blocks);
        let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
        let of = Attention { scores, scale: Some(p.effective_scale()), ..of };
        Ok(Scores(of.hook(alike)))
    }

    fn select(&self) -> Select {
        let p = &self.attention;
        Select {
            row_step: self.block_q,
            causal: p.visibility.causal,
            own: p.visibility.causal,
            row_rule: Some(RowRule::AllBelow(self.similarity)),
            block_rule: Some((self.similarity, p.kv_heads)),
            ..Select::new(p.batch, p.q_heads, p.q_len, self.block_kv, Choice::Within(self.mass))
        }
    }
}

impl Problem for SpargeAttention {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let (mut means, mut marks) = (Vec::new(), Vec::new());
        for (role, block, mark) in
            [(Role::Q, self.block_q, Select::ROW_MARKS), (Role::K, self.block_kv, Select::BLOCK_MARKS)]
        {
            let [mean] = chain.run(&pooled(p, role, block), &[(Role::Input, given(role))], [Role::O])?;
            means.push((role, mean));
            let alike = Cohesion { input: rows(p, role), block };
            let [alike] = chain.run(&alike, &[(Role::Input, given(role))], [Role::O])?;
            marks.push((mark, alike));
        }
        means.extend(marks.clone());
        let [weights] = chain.run(&self.estimate()?, &means, [Role::Scores])?;
        marks.push((Role::Scores, weights));
        let [chosen] = chain.run(&self.select(), &marks, [Role::Selection])?;
        let (attend, places) = chain.over_blocks(p, p.q_heads, [self.block_q, self.block_kv], chosen)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}
