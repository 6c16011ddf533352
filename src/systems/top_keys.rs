//! Every query attends to the keys that suit it best, gathered one by one.

use super::chain::Chain;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, CompactBlocks, Scores, Select, SelectionForm};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, MaskShape, Role, ScoreOutput, ScoreStage};

/// What keys are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyScore {
    /// Their products with the query (Bertsch et al., Unlimiformer's retrieval; Feng et al., DARE).
    Product,
    /// Products of the first `dims` features alone, of queries and keys in a basis that has the
    /// leading directions first (Singhania et al., Loki).
    Leading {
        /// Features that rank.
        dims: u32,
    },
    /// The additive mask, `[batch, q_heads, 1, kv_len]`: the keys' own weight (Shi et al., Dynamic
    /// Mask Attention).
    Bias,
}

/// Attention of every query to the `top_k` keys that score highest among those it may see, of equal
/// scores the first; [`Role::Selection`] is an output on request.
///
/// Takes one batch entry's worth of scores for every pair; the attention itself reads the chosen
/// keys alone.
#[derive(Debug, Clone, PartialEq)]
pub struct TopKeys {
    /// What to compute over the chosen keys. Its own `blocks` and `scores` are not used; windows
    /// hide keys after the choice.
    pub attention: Attention,
    /// What keys are ranked by.
    pub score: KeyScore,
    /// Keys of a query.
    pub top_k: u32,
}

impl TopKeys {
    /// The keys with the highest products.
    pub fn retrieved(attention: Attention, top_k: u32) -> Self {
        Self { attention, score: KeyScore::Product, top_k }
    }

    fn offset(&self) -> Result<i32> {
        let p = &self.attention;
        let offset = p.visibility.alignment.offset(p.q_len, p.kv_len);
        i32::try_from(offset).map_err(|_| Error::unsupported("alignment", "it passes 31 bits"))
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        if let KeyScore::Leading { dims } = self.score {
            in_range("leading dims", dims.into(), 1, p.qk_dim.into())?;
        }
        let row = MaskShape([p.batch, p.q_heads, 1, p.kv_len]);
        if self.score == KeyScore::Bias && p.bias.map(|(_, shape)| shape) != Some(row) {
            let why = format!("keys are ranked by a bias of shape {:?}", row.0);
            return Err(Error::Contradiction { what: "bias", why });
        }
        if p.ragged.is_some() || p.kv_lengths || p.past_len.is_some() {
            return Err(Error::unsupported("top keys of a ragged batch or a cache", "rows have one length"));
        }
        Ok(())
    }

    fn select(&self) -> Result<Select> {
        let p = &self.attention;
        Ok(Select {
            blocks: p.kv_len,
            causal: p.visibility.causal,
            align_offset: self.offset()?,
            shared_rows: self.score == KeyScore::Bias,
            ..Select::new(p.batch, p.q_heads, p.q_len, 1, Choice::TopK(self.top_k))
        })
    }

    /// The scores of every pair.
    fn scores(&self) -> Attention {
        let p = &self.attention;
        let qk_dim = if let KeyScore::Leading { dims } = self.score { dims } else { p.qk_dim };
        let mut of = Attention { scores: None, lse: false, ..Attention::of_tensors(p) };
        (of.qk_dim, of.scale) = (qk_dim, p.scale);
        of.scores = Some(ScoreOutput { stage: ScoreStage::Raw, rows: None });
        of
    }
}

impl Problem for TopKeys {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 || p.kv_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let scores = if self.score == KeyScore::Bias {
            super::chain::given(Role::Bias)
        } else {
            chain.run(&Scores(self.scores()), &[], [Role::Scores])?[0]
        };
        let [selection] = chain.run(&self.select()?, &[(Role::Scores, scores)], [Role::Selection])?;
        let compact = CompactBlocks {
            batch: p.batch,
            heads: p.q_heads,
            rows: p.q_len,
            blocks: p.kv_len,
            heads_of_list: 1,
            rows_of_list: 1,
            form: SelectionForm::Bits,
        };
        let [spans, entries] =
            chain.run(&compact, &[(Role::Selection, selection)], [Role::BlockSpans, Role::BlockEntries])?;
        let attend = Attention { blocks: Some(compact.list(1, 1)?), scores: None, ..p.clone() };
        chain.run(&attend, &[(Role::BlockSpans, spans), (Role::BlockEntries, entries)], [])?;
        Ok(chain.finish())
    }
}
