//! Far keys by their summaries, near ones one by one, in one softmax.

use super::chain::{check_used, used, windowless};
use super::hooked::{hook, source};
use super::with_slots;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{Pool, Pooling, Weigh};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, MaskShape, Role};
use crate::record::Slot;
use crate::shader::{HookInput, HookKind};

/// Combiner with the fixed pattern (Ren et al. 2021): attention as a conditional expectation. A token sees
/// those of its own block up to itself, and every earlier block by the expectation of its values, in one
/// softmax: `p(r | i)` from `q_i . k_r`, `p(j | r) = softmax_j(q_r . k_j)` inside block `r`, with `q_r` and
/// `k_r` the maxima of its queries and keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Combiner {
    /// Causal self-attention in f32, contiguous `bhnd`, as many heads of keys as of queries.
    pub attention: Attention,
    /// Tokens of a block, a divisor of the length.
    pub block: u32,
}

impl Combiner {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        crate::error::in_range("block", self.block.into(), 1, 1 << 28)?;
        let usual = p.q_len == p.kv_len && p.q_heads == p.kv_heads && p.dtype == DType::F32;
        let views = Attention::new(p.batch, p.q_heads, p.q_len, p.qk_dim).v_dim(p.v_dim);
        if !usual || p.k_layout != views.k_layout || p.v_layout != views.v_layout || p.past_len.is_some() {
            return Err(Error::unsupported(
                "a combiner of groups, other lengths, types or views",
                "blocks are cut from contiguous f32 tensors",
            ));
        }
        check_used(p, &Attention { visibility: windowless(p), ..used(p) })?;
        if !p.q_len.is_multiple_of(self.block) {
            let why = format!("{} does not divide the length {}", self.block, p.q_len);
            return Err(Error::Contradiction { what: "block", why });
        }
        Ok(())
    }

    /// The largest of every feature in each block.
    fn pool(&self, input_layout: Layout) -> Pool {
        let p = &self.attention;
        let pool = Pool::new(p.batch, p.q_heads, p.q_len, p.qk_dim, self.block, Pooling::Max);
        Pool { input_layout, ..pool }
    }
}

impl Problem for Combiner {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        let blocks = p.q_len / self.block;
        let (queries, keys) =
            (self.pool(p.q_layout).plan(caps, policy)?, self.pool(p.k_layout).plan(caps, policy)?);
        // Every block is a sequence with one query.
        let sequences = p.batch.saturating_mul(p.q_heads).saturating_mul(blocks);
        let expect = Attention::new(sequences, 1, 1, p.qk_dim).kv_len(self.block).v_dim(p.v_dim);
        let expect = Attention { scale: p.scale, ..expect }.plan(caps, policy)?;
        let inputs = [("summaries", HookInput::U32(blocks)), ("size", HookInput::U32(self.block))];
        let see = hook(HookKind::MaskMod, source!("own_block_and_summaries"), &inputs)?;
        let mut joined = with_slots(p.clone(), blocks).own_hook(see)?;
        joined.visibility = crate::Visibility::default();
        let joined = joined.plan(caps, policy)?;

        let mut plan = Plan::empty();
        let [(_, q), (_, k)] = [&queries, &keys].map(|pool| plan.scratch_for(pool, Role::O));
        let (_, v) = plan.scratch_for(&expect, Role::O);
        plan.append(queries, &[(Role::Input, Slot::Tensor(Role::Q)), (Role::O, q)]);
        plan.append(keys, &[(Role::Input, Slot::Tensor(Role::K)), (Role::O, k)]);
        plan.append(expect, &[(Role::Q, q), (Role::O, v)]);
        let [all_k, all_v] = [Role::PresentK, Role::PresentV].map(|role| plan.scratch_for(&joined, role));
        plan.append(joined, &[(Role::PastK, k), (Role::PastV, v), all_k, all_v]);
        Ok(plan)
    }
}

/// One block of Transformer-VQ (Lingle 2023): softmax attention whose keys are code vectors, in linear time.
/// Earlier blocks are summarised by code: [`Role::PastK`] `[batch, heads, codes, qk_dim]` is the codebook,
/// [`Role::PastV`] the mean of the values of every code, and [`Role::Bias`] f32 `[batch, heads, 1, codes +
/// block]` the logs of their numbers (-inf for a code without a value, 0 for the block's own tokens).
/// [`Role::K`] are the block's keys, quantised.
pub fn vq_block(batch: u32, heads: u32, block: u32, codes: u32, dim: u32) -> Attention {
    let p = with_slots(Attention::new(batch, heads, block, dim).causal(), codes);
    let shape = MaskShape([batch, heads, 1, p.kv_len]);
    Attention { bias: Some((DType::F32, shape)), ..p }
}

/// The means of a block's values by code, from [`Role::Scores`] f32 `[batch, heads, codes, len]`: one over
/// the code's count where a token has the code, else 0.
pub fn vq_means(batch: u32, heads: u32, codes: u32, len: u32, dim: u32) -> Weigh {
    Weigh::new(batch, heads, codes, len, dim)
}
