//! How heads share keys, how their outputs are weighted, and what is left of their projections.

use super::KeysAreValues;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{Gate, Weigh};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Role};
use crate::record::Slot;

/// Multi-query attention (Shazeer 2019, One Write-Head): all query heads share one key head and
/// one value head. Causal, `bhnd`.
pub fn multi_query(batch: u32, heads: u32, len: u32, dim: u32) -> Attention {
    Attention::new(batch, heads, len, dim).kv_heads(1).causal()
}

/// Grouped-query attention (Ainslie et al. 2023; any ratio, and heads that need not fill the
/// model's width, Chen et al. 2025, Cost-Optimal GQA): query head `h` reads key head
/// `h / (q_heads / kv_heads)`. Causal, `bhnd`.
pub fn grouped_query(batch: u32, q_heads: u32, kv_heads: u32, len: u32, dim: u32) -> Attention {
    Attention::new(batch, q_heads, len, dim).kv_heads(kv_heads).causal()
}

/// Heads whose queries and keys are as long as the sequence is, whatever the number of heads
/// (Bhojanapalli et al. 2020, Low-Rank Bottleneck). `bhnd`.
pub fn fixed_head_size(batch: u32, heads: u32, len: u32, qk_dim: u32, v_dim: u32) -> Attention {
    Attention::new(batch, heads, len, qk_dim).v_dim(v_dim)
}

/// Attention on a part of the channels of a feature map (Wang et al. 2024 in YOLOv10; YOLO9tr):
/// queries, keys and values come packed from one projection, `[tokens, heads, 2 key_dim + v_dim]`,
/// which is bound as [`Role::Q`], [`Role::K`] and [`Role::V`]; the output is written beside the
/// channels that pass by, `[tokens, skipped + heads * v_dim]`.
pub fn partial_channels(
    batch: u32,
    heads: u32,
    tokens: u32,
    key_dim: u32,
    v_dim: u32,
    skipped: u32,
) -> Attention {
    let packed = 2 * u64::from(key_dim) + u64::from(v_dim);
    let token = u64::from(heads) * packed;
    let view = |offset| Layout { offset, strides: [u64::from(tokens) * token, packed, token] };
    let width = u64::from(skipped) + u64::from(heads) * u64::from(v_dim);
    Attention {
        v_dim,
        q_layout: view(0),
        k_layout: view(key_dim.into()),
        v_layout: view(2 * u64::from(key_dim)),
        o_layout: Layout {
            offset: skipped.into(),
            strides: [u64::from(tokens) * width, v_dim.into(), width],
        },
        ..Attention::new(batch, heads, tokens, key_dim)
    }
}

/// Weighted grouped-query attention (Chinnakonda Ashok Kumar et al. 2024): the keys and values of a
/// group of heads are replaced by their learned weighted sum, then grouped-query attention.
///
/// [`Role::K`] and [`Role::V`] are `[batch, len, q_heads, dim]`, as many heads as queries have;
/// [`Role::Scores`] f32 `[2, kv_heads, q_heads / kv_heads]` are the weights, of keys and then of
/// values. After training the weights fold into the projections, and plain [`grouped_query`] is
/// left.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedGroups {
    /// The attention among groups. Its views of keys and values are not used.
    pub attention: Attention,
}

impl WeightedGroups {
    /// The sum of a group's heads for every token, `[batch, len, kv_heads, dim]`.
    fn sum(&self, dim: u32, weights: u64) -> Weigh {
        let p = &self.attention;
        let group = u64::from(p.group());
        let (all, groups, d) = (u64::from(p.q_heads), u64::from(p.kv_heads), u64::from(dim));
        Weigh {
            weight_layout: Layout { offset: weights, strides: [0, group, 0] },
            v_layout: Layout { offset: 0, strides: [all * d, group * d, d] },
            o_layout: Layout { offset: 0, strides: [groups * d, d, d] },
            dtype: p.dtype,
            ..Weigh::new(p.batch.saturating_mul(p.kv_len), p.kv_heads, 1, p.group(), dim)
        }
    }
}

impl Problem for WeightedGroups {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let view = |dim| Layout::bnhd(p.kv_heads, p.kv_len, dim);
        let grouped = Attention { k_layout: view(p.qk_dim), v_layout: view(p.v_dim), ..p.clone() };
        let keys = self.sum(p.qk_dim, 0).plan(caps, policy)?;
        let values = self.sum(p.v_dim, p.q_heads.into()).plan(caps, policy)?;
        let attend = grouped.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let [(_, k), (_, v)] = [&keys, &values].map(|sum| plan.scratch_for(sum, Role::O));
        plan.append(keys, &[(Role::V, Slot::Tensor(Role::K)), (Role::O, k)]);
        plan.append(values, &[(Role::O, v)]);
        plan.append(attend, &[(Role::K, k), (Role::V, v)]);
        Ok(plan)
    }
}

/// Heads whose projections are left out (Hosseini and Hosseini 2024, Optimised, Efficient and
/// Super Attention). [`Role::Input`] is the layer's input, `[batch, len, heads * dim]`, of which
/// head `h` takes slice `h`.
#[derive(Debug, Clone, PartialEq)]
pub struct RawHeads {
    /// Self-attention. The views of what is read from the input are not used.
    pub attention: Attention,
    /// What is read from the input.
    pub form: RawForm,
}

/// Which projections are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawForm {
    /// Values are the input.
    Optimised,
    /// Keys and values are the input.
    Efficient,
    /// As efficient, and values are first mixed along the length by learned weights that all
    /// heads share, [`Role::Scores`] f32 `[len, len]` (lower-triangular if causal): a sequence has
    /// exactly `len` tokens.
    Super,
}

impl Problem for RawHeads {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        if p.q_len != p.kv_len {
            return Err(Error::mismatch("kv_len of self-attention", p.q_len.into(), p.kv_len.into()));
        }
        let input = Layout::bnhd(p.q_heads, p.q_len, p.v_dim);
        let raw_keys = self.form != RawForm::Optimised;
        let k_layout = if raw_keys { input } else { p.k_layout };
        let attend = Attention { k_layout, v_layout: input, ..p.clone() }.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let mut places = vec![(Role::V, Slot::Tensor(Role::Input))];
        if raw_keys {
            places.push((Role::K, Slot::Tensor(Role::Input)));
        }
        if self.form == RawForm::Super {
            let mix = Weigh {
                causal: p.visibility.causal,
                weight_layout: Layout { offset: 0, strides: [0, 0, p.q_len.into()] },
                v_layout: input,
                o_layout: input,
                dtype: p.dtype,
                ..Weigh::new(p.batch, p.q_heads, p.q_len, p.q_len, p.v_dim)
            };
            let mix = mix.plan(caps, policy)?;
            let mixed = plan.scratch_for(&mix, Role::O);
            plan.append(mix, &[(Role::V, Slot::Tensor(Role::Input)), mixed]);
            places[0] = (Role::V, mixed.1);
        }
        plan.append(attend, &places);
        Ok(plan)
    }
}

/// Several attentions with the same queries, each on a source of its own, and their weighted sum:
/// `o = sum_p gate_p attention_p`.
///
/// Sources share the buffers of [`Role::K`] and [`Role::V`]: each has its own views. [`Role::Gates`]
/// f32 `[sources, batch, heads, len]` are the weights, which a router, a predictor or a
/// learned gate of the model gives. Attention routing (Zheng et al. 2019: persona, context and
/// prefix), gated parallel attention (Shih et al. 2021, Theme Transformer: the sequence and its
/// theme), partial attention (Fu et al. 2023: everything, and the source alone).
#[derive(Debug, Clone, PartialEq)]
pub struct GatedSources {
    /// One attention a source; queries and outputs of equal shape. The first gives the output.
    pub sources: Vec<Attention>,
}

impl Problem for GatedSources {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let Some(first) = self.sources.first() else {
            return Err(Error::OutOfRange { what: "sources".into(), min: 1, max: 1 << 16, got: 0 });
        };
        let shape = first.shape(Role::O);
        let [batch, heads, len, dim] = shape;
        let gate = Gate {
            parts: self.sources.len() as u32,
            batch,
            heads,
            len,
            dim,
            dtype: first.out_dtype,
            layout: first.o_layout,
        };
        let gate = gate.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, partial) = plan.scratch_for(&gate, Role::PartialO);
        let size = shape.iter().map(|&n| u64::from(n)).product::<u64>();
        for (n, source) in self.sources.iter().enumerate() {
            if source.shape(Role::O) != shape || source.shape(Role::Q) != first.shape(Role::Q) {
                let what = format!("source {n}: elements of its output");
                let got = source.shape(Role::O).iter().map(|&n| u64::from(n)).product();
                return Err(Error::mismatch(what, size, got));
            }
            let o_layout = Layout::bhnd(heads, len, dim).at(n as u64 * size);
            let part = Attention { o_layout, out_dtype: DType::F32, ..source.clone() };
            plan.append(part.plan(caps, policy)?, &[(Role::O, partial)]);
        }
        plan.append(gate, &[(Role::PartialO, partial)]);
        Ok(plan)
    }
}

/// Heads weighted for every token before the output projection: [`Role::Gates`] f32 `[1, batch,
/// heads, len]`, from a router of the model.
///
/// Mixture-of-Head attention (Jin et al. 2024, MoH: shared heads and the top-k routed ones), the
/// mixture of `h - 1` heads (Peng et al. 2020, MAE: `gate_j = h / (h - 1) sum_{i != j} g_i`), and
/// heads switched off (Michel et al. 2019).
pub fn gated_heads(attention: Attention) -> GatedSources {
    GatedSources { sources: vec![attention] }
}

/// Mixture of attention heads (Zhang et al. 2022, MoA): every token has `chosen` experts, whose
/// queries are its heads, on one key head that all share; the output `[batch, 1, len, dim]` is
/// their sum, weighted by [`Role::Gates`] f32 `[chosen, batch, 1, len]`. With all experts chosen it
/// is the soft mixture of BAM (Zhang et al. 2024).
///
/// The query projections of the experts are the caller's. If experts have output projections of
/// their own, weight those instead and use [`multi_query`].
#[derive(Debug, Clone, PartialEq)]
pub struct ExpertHeads {
    /// Multi-query attention whose heads are the experts. Its view of the output is not used.
    pub attention: Attention,
}

impl Problem for ExpertHeads {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let layout = Layout::bhnd(1, p.q_len, p.v_dim);
        let gate = Gate {
            parts: p.q_heads,
            batch: p.batch,
            heads: 1,
            len: p.q_len,
            dim: p.v_dim,
            dtype: p.out_dtype,
            layout,
        };
        let gate = gate.plan(caps, policy)?;
        let row = u64::from(p.v_dim);
        let head = u64::from(p.q_len) * row;
        // Expert-major, as partial results lie.
        let o_layout = Layout { offset: 0, strides: [head, u64::from(p.batch) * head, row] };
        let experts = Attention { o_layout, out_dtype: DType::F32, ..p.clone() }.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, partial) = plan.scratch_for(&gate, Role::PartialO);
        plan.append(experts, &[(Role::O, partial)]);
        plan.append(gate, &[(Role::PartialO, partial)]);
        Ok(plan)
    }
}

/// Attention between the channels of a feature map (Sinha and Dolz 2019, multi-scale self-guided
/// attention): `softmax(X X^T) X` with `X` `[batch, channels, positions]`, bound as [`Role::Q`] and
/// [`Role::K`].
pub fn channel_attention(batch: u32, channels: u32, positions: u32) -> KeysAreValues {
    KeysAreValues(Attention { scale: Some(1.0), ..Attention::new(batch, 1, channels, positions) })
}
