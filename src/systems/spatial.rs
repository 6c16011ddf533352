//! Blocks of space with as many tokens as there are.

use super::chain::{Chain, given};
use super::hooked::{elements, hook, source};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Scores, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, LabelRule, Layout, Pattern, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;
use crate::shader::{Hook, HookInput, HookKind};

/// Spatial sparse attention (Wu et al. 2025, Direct3D-S2): native sparse attention among the occupied
/// cells of a grid, whose blocks are cubes of space and hold as many tokens as are occupied. Three
/// branches, each weighted for token and head: over the blocks' mean keys and values, over the tokens
/// of the `top_k` blocks that a block of queries chose, and over those of a window. Nothing is causal.
///
/// A block of queries chooses by the weights of the first branch, averaged over its tokens and summed
/// over a group of heads, which shares the choice; of equal ones the first. The paper compresses by a
/// learned convolution with positions inside a block and lets the size of blocks differ between the
/// first two branches: here they are the same, and means, kept in
/// the inputs' type.
///
/// Tokens are in any order. `block_of` u32 `[batch, len]` ([`SpatialSparse::BLOCK_OF`]) is each token's
/// block; [`Role::KvLengths`] u32 `[batch]` is how many blocks of a sequence have tokens, numbered from 0 and
/// at most `blocks`. [`Role::QLabels`] and [`Role::KvLabels`] u32 `[batch, 1, len]` are each token's window
/// (the same numbers twice). [`Role::Gates`] f32 `[3, batch, q_heads, len]`, after the sigmoid, weighs
/// compressed, selected and window.
#[derive(Debug, Clone, PartialEq)]
pub struct SpatialSparse {
    /// Self-attention without bounds. Its own `pattern`, `blocks`, `scores` and `lse` are not used.
    pub attention: Attention,
    /// Blocks of a sequence at most, 512 or fewer.
    pub blocks: u32,
    /// Blocks that a block visits.
    pub top_k: u32,
}

/// What a mean reads from one tensor.
const TOKENS: [Role; 3] = [Role::Q, Role::K, Role::V];
/// A choice of blocks, among the stages.
const CHOSEN: Role = Role::User("chosen");

impl SpatialSparse {
    /// The block of every token.
    pub const BLOCK_OF: Role = Role::User("block_of");

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("blocks", self.blocks.into(), 1, p.q_len.min(512).into())?;
        p.check_self()?;
        let cut = p.ragged.is_some() || p.kv_lengths || p.past_len.is_some();
        if cut || p.visibility != Default::default() || !p.hooks.is_empty() {
            return Err(Error::unsupported("blocks of space with bounds or hooks", "it has its own"));
        }
        Ok(())
    }

    /// A mask that reads the block of every token.
    fn mask(&self, source: &str, others: &[(&'static str, HookInput)]) -> Result<Hook> {
        let p = &self.attention;
        let mut inputs = vec![
            (Self::BLOCK_OF.name(), HookInput::BufferU32(elements(&[p.batch, p.kv_len])?)),
            ("len", HookInput::U32(p.kv_len)),
        ];
        inputs.extend(others);
        hook(HookKind::MaskMod, source, &inputs)
    }

    /// Means over the tokens of each block of rows of `dim` features, as attention whose scores are all
    /// alike: the rows are queries, keys and values, and one feature of theirs is multiplied by 0.
    fn mean(&self, heads: u32, dim: u32, dtype: DType, layout: Layout) -> Result<Attention> {
        let p = &self.attention;
        let of = Attention::new(p.batch, heads, self.blocks, 1).kv_len(p.kv_len).v_dim(dim).dtype(dtype);
        let of = of.hook(self.mask(source!("member_of_block"), &[])?);
        Ok(Attention { scale: Some(0.0), q_layout: layout, k_layout: layout, v_layout: layout, ..of })
    }

    /// Adds the choice of every block from the weights of the first branch.
    fn choose(&self, chain: &mut Chain<'_>, weights: Slot) -> Result<Slot> {
        let p = &self.attention;
        let rows = Layout::bhnd(p.q_heads, p.q_len, self.blocks);
        let mean = self.mean(p.q_heads, self.blocks, DType::F32, rows)?;
        let [worth] = chain.run(&mean, &TOKENS.map(|role| (role, weights)), [Role::O])?;
        let select = Select {
            group: p.group(),
            causal: false,
            ..Select::new(p.batch, p.kv_heads, self.blocks, 1, Choice::TopK(self.top_k))
        };
        let [chosen] = chain.run(&select, &[(Role::Scores, worth)], [Role::Selection])?;
        Ok(chosen)
    }

    /// Tokens of the blocks that the query's block chose.
    fn selected(&self) -> Result<Attention> {
        let p = &self.attention;
        let words = self.blocks.div_ceil(32);
        let inputs = [
            (CHOSEN.name(), HookInput::BufferU32(elements(&[p.batch, p.kv_heads, self.blocks, words])?)),
            ("heads", HookInput::U32(p.kv_heads)),
            ("group", HookInput::U32(p.group())),
            ("blocks", HookInput::U32(self.blocks)),
            ("words", HookInput::U32(words)),
        ];
        Ok(self.plain().hook(self.mask(source!("chosen_block"), &inputs)?))
    }

    fn plain(&self) -> Attention {
        Attention { pattern: None, blocks: None, scores: None, lse: false, ..self.attention.clone() }
    }
}

impl Problem for SpatialSparse {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        let mut chain = Chain::new(caps, policy);
        let mut means = Vec::new();
        for (role, dim, layout) in [(Role::K, p.qk_dim, p.k_layout), (Role::V, p.v_dim, p.v_layout)] {
            let mean = self.mean(p.kv_heads, dim, p.dtype, layout)?;
            let [slot] = chain.run(&mean, &TOKENS.map(|of| (of, given(role))), [Role::O])?;
            means.push((role, slot));
        }
        let of_means = Attention {
            kv_len: self.blocks,
            kv_lengths: true,
            k_layout: Layout::bhnd(p.kv_heads, self.blocks, p.qk_dim),
            v_layout: Layout::bhnd(p.kv_heads, self.blocks, p.v_dim),
            ..self.plain()
        };
        let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
        let weights = Scores(Attention { scores, ..of_means.clone() });
        let [weights] = chain.run(&weights, &means, [Role::Scores])?;
        let chosen = self.choose(&mut chain, weights)?;
        let rule = LabelRule::Same { shift: 0 };
        let window = Attention { pattern: Some(Pattern::Labels { heads: 1, rule }), ..self.plain() };
        let parts = [(of_means, means), (self.selected()?, vec![(CHOSEN, chosen)]), (window, Vec::new())];
        chain.gated(p, &parts)?;
        Ok(chain.finish())
    }
}
