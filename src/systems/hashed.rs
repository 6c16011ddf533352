//! Tokens that share a bucket: hashes and clusters.

use super::chain::{Chain, check_used, given, used};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Code, Codes, Project, Reorder, Rows, SortCodes};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, BlockList, DType, LabelRule, Layout, MaskShape, Pattern, Role};
use crate::record::Slot;

/// Rows of queries, keys or values of an attention.
pub(super) fn rows(p: &Attention, role: Role) -> Rows {
    let [batch, heads, len, dim] = p.shape(role);
    let layout = match role {
        Role::Q => p.q_layout,
        Role::K => p.k_layout,
        _ => p.v_layout,
    };
    Rows { batch, heads, len, dim, dtype: p.dtype, layout }
}

fn check(p: &Attention) -> Result<()> {
    p.validate()?;
    if p.ragged.is_some() || p.past_len.is_some() {
        return Err(Error::unsupported("buckets of a ragged batch or a cache", "tokens have one order"));
    }
    if p.q_heads != p.kv_heads {
        return Err(Error::mismatch(
            "kv_heads: queries and keys are hashed alike",
            p.q_heads.into(),
            p.kv_heads.into(),
        ));
    }
    Ok(())
}

/// Tokens attend within their cluster (Roy et al. 2020, Routing Transformer; one round of Reformer's
/// hashing, Kitaev et al. 2020): `code` of their products with [`Role::Projection`] f32 `[heads,
/// dim, features]` (centroids, or a random rotation) says which cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Clustered {
    /// What to compute within a cluster. Its own `pattern` holds too.
    pub attention: Attention,
    /// Centroids, or columns of the rotation.
    pub features: u32,
    /// How products become clusters.
    pub code: Code,
}

impl Problem for Clustered {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        check(&self.attention)?;
        let p = &self.attention;
        let mut chain = Chain::new(caps, policy);
        let mut labels = Vec::new();
        for (role, label) in [(Role::Q, Role::QLabels), (Role::K, Role::KvLabels)] {
            labels.push((label, codes(&mut chain, &rows(p, role), role, self.features, self.code)?));
        }
        let same = Pattern::Labels { heads: p.q_heads, rule: LabelRule::Same { shift: 0 } };
        let pattern = p.pattern.clone().map_or(same.clone(), |own| own.and(same));
        chain.run(&Attention { pattern: Some(pattern), ..p.clone() }, &labels, [])?;
        Ok(chain.finish())
    }
}

fn codes(chain: &mut Chain<'_>, input: &Rows, role: Role, features: u32, code: Code) -> Result<Slot> {
    let project = Project { input: input.clone(), features };
    let [products] = chain.run(&project, &[(Role::Input, given(role))], [Role::O])?;
    let input = Rows::new(input.batch, input.heads, input.len, features);
    let [codes] = chain.run(&Codes { input, code }, &[(Role::Input, products)], [Role::Codes])?;
    Ok(codes)
}

/// HyperAttention (Han et al. 2023): queries and keys are sorted by the bucket that hyperplanes
/// ([`Role::Projection`] f32 `[heads, dim, planes]`) put them into; each attends to its block of
/// the order, and to `samples` sampled keys that stand for the others.
///
/// [`Role::BlockSpans`] u32 `[1, 1, 1, 2]` and [`Role::BlockEntries`] u32 `[samples]` name the
/// sample by places in the order; [`Role::Bias`] f32 `[1]` is the log of how many keys each stands
/// for. Sampled keys of the own block count nothing. Not causal.
#[derive(Debug, Clone, PartialEq)]
pub struct HyperAttention {
    /// Self-attention or cross-attention without masks; `lse` is not used.
    pub attention: Attention,
    /// Hyperplanes, up to 32.
    pub planes: u32,
    /// Tokens of a block.
    pub block: u32,
    /// Sampled keys.
    pub samples: u32,
}

impl HyperAttention {
    /// The blocks on the diagonal, and the sample, of tokens in order.
    fn parts(&self) -> [Attention; 2] {
        let p = &self.attention;
        let sorted =
            Attention { scale: p.scale, out_dtype: DType::F32, ..Attention::of_tensors(p) }.contiguous();
        let blocks = Pattern::Blocks { size: self.block, halo: 0, shift: 0 };
        let near = Attention { pattern: Some(blocks.clone()), ..sorted.clone() };
        let list = BlockList { batch: 1, heads: 1, ..BlockList::new(p, p.q_len.max(1), 1, self.samples) };
        let far = Attention {
            pattern: Some(Pattern::Not(Box::new(blocks))),
            bias: Some((DType::F32, MaskShape([1; 4]))),
            blocks: Some(list),
            ..sorted
        };
        [near, far]
    }
}

impl Problem for HyperAttention {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        check(p)?;
        in_range("q_len", p.q_len.into(), 1, 1 << 16)?;
        // Its blocks are of sorted tokens.
        check_used(p, &Attention { visibility: Default::default(), ..used(p) })?;
        if p.out_dtype != DType::F32 {
            return Err(Error::unsupported("HyperAttention to 16 bits", "its output is f32"));
        }
        let mut chain = Chain::new(caps, policy);
        let mut sorted = Vec::new();
        let mut back = None;
        let mut order = given(Role::Order);
        for role in [Role::Q, Role::K, Role::V] {
            let x = rows(p, role);
            if role != Role::V {
                let codes = codes(&mut chain, &x, role, self.planes, Code::Signs)?;
                let sort = SortCodes { batch: x.batch, heads: x.heads, len: x.len };
                let [ascending, places] =
                    chain.run(&sort, &[(Role::Codes, codes)], [Role::Order, Role::Places])?;
                order = ascending;
                back.get_or_insert(places);
            }
            let reorder = Reorder { len: x.len, index_heads: x.heads, input: x };
            let places = [(Role::Input, given(role)), (Role::Indices, order)];
            sorted.push((role, chain.run(&reorder, &places, [Role::O])?[0]));
        }
        let parts = self.parts().map(|part| (part, sorted.clone()));
        let [batch, heads, len, dim] = p.shape(Role::O);
        let whole = Attention { o_layout: Layout::bhnd(heads, len, dim), lse: false, ..parts[0].0.clone() };
        let [o] = chain.merged(&whole, &parts, [Role::O])?;
        let reorder = Reorder { input: Rows::new(batch, heads, len, dim), len, index_heads: heads };
        let places = [(Role::Input, o), (Role::Indices, back.unwrap_or(given(Role::Places)))];
        chain.run(&reorder, &places, [])?;
        Ok(chain.finish())
    }
}
