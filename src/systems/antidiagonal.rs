//! Blocks chosen by the sums of weights along antidiagonals.

use super::chain::{Chain, given};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, MapCells, Reduction, Reverse, Rows, Select, WeightMap};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role};

/// XAttention (Xu et al. 2025): a block of the attention matrix is worth the sum of every `stride`-th
/// antidiagonal in it. Queries in groups of `stride` and keys in groups of `stride` reversed are
/// single vectors, whose products are those sums; their softmax, with scale `scale / stride`, is summed
/// over blocks, and every row of blocks keeps as many as `choice` says, its own among them. Causal if
/// the attention is.
#[derive(Debug, Clone, PartialEq)]
pub struct Antidiagonal {
    /// Self-attention, its length a multiple of `stride`. Its own `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Queries and keys of a block, a multiple of `stride`.
    pub block_size: u32,
    /// Distance of the antidiagonals; `stride * qk_dim` is at most 512.
    pub stride: u32,
    /// How many blocks a block of queries visits: the paper's is [`Choice::TopP`].
    pub choice: Choice,
}

impl Antidiagonal {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("stride", self.stride.into(), 1, 1 << 9)?;
        in_range("block_size", self.block_size.into(), 1, 1 << 16)?;
        if !self.block_size.is_multiple_of(self.stride) {
            let why = format!("{} is no multiple of the stride {}", self.block_size, self.stride);
            return Err(Error::Contradiction { what: "block_size", why });
        }
        if !p.q_len.is_multiple_of(self.stride) {
            let why = format!("{} does not divide the length {}", self.stride, p.q_len);
            return Err(Error::Contradiction { what: "stride", why });
        }
        in_range("stride times qk_dim", u64::from(self.stride) * u64::from(p.qk_dim), 1, 512)?;
        if p.kv_len != p.q_len {
            return Err(Error::mismatch("kv_len of self-attention", p.q_len.into(), p.kv_len.into()));
        }
        if p.ragged.is_some() || p.kv_lengths || p.past_len.is_some() {
            return Err(Error::unsupported("blocks of a ragged batch", "they are cut from one length"));
        }
        Ok(())
    }

    /// Attention among the groups, for sums of its weights.
    fn groups(&self) -> Attention {
        let p = &self.attention;
        // At most 512.
        let (groups, dim) = (p.q_len / self.stride, p.qk_dim * self.stride);
        let of = Attention::new(p.batch, p.q_heads, groups, dim).kv_heads(p.kv_heads).v_dim(1);
        let mut of = of.dtype(p.dtype);
        of.scale = Some(p.effective_scale() / self.stride as f32);
        of.visibility.causal = p.visibility.causal;
        of.contiguous()
    }
}

impl Problem for Antidiagonal {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let mut groups = Vec::new();
        for (role, block, layout) in [(Role::Q, 1, p.q_layout), (Role::K, self.stride, p.k_layout)] {
            let [batch, heads, len, dim] = p.shape(role);
            let rows = Rows { batch, heads, len, dim, dtype: p.dtype, layout };
            let reverse = Reverse { input: rows, block };
            let [slot] = chain.run(&reverse, &[(Role::Input, given(role))], [Role::O])?;
            groups.push((role, slot));
        }
        let side = self.block_size / self.stride;
        let attention = self.groups();
        let cells = MapCells::Blocks { block_q: side, block_kv: side };
        let map = WeightMap { attention: attention.clone(), cells, reduction: Reduction::Sum };
        let mut places = groups.clone();
        // Only the log-sum-exps are wanted; any values of the right size will do.
        let unused =
            chain.run(&Attention { lse: true, ..attention }, &places, [Role::V, Role::O, Role::Lse])?;
        places.push((Role::Lse, unused[2]));
        let [scores] = chain.run(&map, &places, [Role::Scores])?;
        let select = Select {
            row_step: self.block_size,
            causal: p.visibility.causal,
            own: true,
            ..Select::new(p.batch, p.q_heads, p.q_len, self.block_size, self.choice)
        };
        let [chosen] = chain.run(&select, &[(Role::Scores, scores)], [Role::Selection])?;
        let (attend, places) = chain.over_blocks(p, p.q_heads, [self.block_size; 2], chosen)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}
