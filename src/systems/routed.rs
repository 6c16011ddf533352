//! Regions that regions are routed to.

use super::chain::{Chain, given};
use super::moba::pooled;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Scores, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};

/// Bi-level routing attention (Zhu et al. 2023, BiFormer): every region of queries attends to the
/// `top_k` regions of keys whose means have the largest products with its own, `A^r = Q^r K^rT` over
/// all channels, so that the heads share them. Nothing is forced and nothing hidden.
///
/// Tokens lie region by region, each of `region` tokens (a last one may have fewer): the cut of the
/// picture is the caller's, as is the depth-wise convolution of the values that the paper adds.
#[derive(Debug, Clone, PartialEq)]
pub struct BiLevel {
    /// Attention without bounds. Its own `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Tokens of a region.
    pub region: u32,
    /// Regions that a region visits.
    pub top_k: u32,
}

impl Problem for BiLevel {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        in_range("region", self.region.into(), 1, 1 << 16)?;
        let cut = p.ragged.is_some() || p.kv_lengths || p.past_len.is_some();
        if cut || p.visibility != Default::default() {
            return Err(Error::unsupported("regions of a ragged batch, or bounds", "regions see all others"));
        }
        if p.q_len == 0 || p.kv_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let mut means = Vec::new();
        for role in [Role::Q, Role::K] {
            let [slot] =
                chain.run(&pooled(p, role, self.region), &[(Role::Input, given(role))], [Role::O])?;
            means.push((role, slot));
        }
        let [rows, regions] = [p.q_len, p.kv_len].map(|len| len.div_ceil(self.region));
        let of = Attention::new(p.batch, p.q_heads, rows, p.qk_dim).kv_heads(p.kv_heads).kv_len(regions);
        let scores = Some(ScoreOutput { stage: ScoreStage::Raw, rows: None });
        let products = Scores(Attention { scores, scale: Some(1.0), ..of });
        let [products] = chain.run(&products, &means, [Role::Scores])?;
        let select = Select {
            group: p.q_heads,
            blocks: regions,
            row_step: self.region,
            causal: false,
            ..Select::new(p.batch, 1, p.q_len, self.region, Choice::TopK(self.top_k))
        };
        let [chosen] = chain.run(&select, &[(Role::Scores, products)], [Role::Selection])?;
        let (attend, places) = chain.over_blocks(p, 1, [self.region; 2], chosen)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}
