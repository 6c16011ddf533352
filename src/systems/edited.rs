//! Attention with something done to its queries, its values or its output, row by row.

use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Activation, Attention, DType, EditRows, Epilogue, Layout, Role, RowStep};
use crate::record::Slot;

/// Attention whose output goes through an [`Epilogue`] in a second pass, with the epilogue's
/// tensors: gates, branches, norms.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The attention.
    pub attention: Attention,
    /// What is done to its output.
    pub epilogue: Epilogue,
}

impl Edited {
    /// Attention and steps whose gate and branch have the output's shape, contiguous `bhnd`.
    pub fn new(attention: Attention, steps: &[RowStep]) -> Self {
        let epilogue = Epilogue::new(steps, attention.q_heads, attention.q_len, attention.v_dim);
        Self { attention, epilogue }
    }
}

impl Problem for Edited {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let inner = Layout::bhnd(p.q_heads, p.q_len, p.v_dim);
        let attend = Attention { o_layout: inner, out_dtype: DType::F32, ..p.clone() };
        let attend = attend.plan(caps, policy)?;
        let edit = EditRows {
            out_dtype: p.out_dtype,
            o_layout: p.o_layout,
            epilogue: self.epilogue.clone(),
            ..EditRows::new(p.batch, p.q_heads, p.q_len, p.v_dim, &[])
        };
        let edit = edit.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, rows) = plan.scratch_for(&attend, Role::O);
        plan.append(attend, &[(Role::O, rows)]);
        plan.append(edit, &[(Role::Input, rows)]);
        Ok(plan)
    }
}

/// Strides of one vector for each head; of one number with a size of 1.
const fn of_heads(size: u32) -> Layout {
    Layout { offset: 0, strides: [0, size as u64, 0] }
}

/// Cross-attention of a small decoder into the hidden states of a frozen large model (Kolomeitsev
/// 2025, LLM Modules): `o = sigmoid(gate) * attention`. [`Role::K`] and [`Role::V`] `[batch, kv_len, heads,
/// dim]` are the hidden states after the linear bridge, [`Role::Gate`] `[batch, q_len, heads, dim]`
/// the gate before its sigmoid.
pub fn llm_modules(batch: u32, heads: u32, q_len: u32, kv_len: u32, dim: u32) -> Edited {
    let p = super::cross_attention(batch, heads, q_len, kv_len, dim);
    let mut edited = Edited::new(p, &[RowStep::Gate(Activation::Sigmoid)]);
    edited.epilogue.gate_layout = edited.attention.o_layout;
    edited
}

/// Heads scaled by [`Role::Gate`] f32 `[heads]`, with 0 for a head that is removed (Michel et al.
/// 2019, Are Sixteen Heads Really Better than One?), over 1 for one that is reinforced (He et al.
/// 2025, Vision-aware Head Reinforcement).
pub fn scaled_heads(attention: Attention) -> Edited {
    let mut edited = Edited::new(attention, &[RowStep::Gate(Activation::None)]);
    edited.epilogue = edited.epilogue.row_gate(of_heads(1));
    edited
}

/// Heads moved by a learned offset (Yin et al. 2024, LoFiT): `o_h + v_h`, [`Role::Branch`] f32
/// `[heads, v_dim]`, zeros for heads that were not chosen.
pub fn offset_heads(attention: Attention) -> Edited {
    let mut edited = Edited::new(attention, &[RowStep::Add]);
    edited.epilogue.branch_layout = of_heads(edited.attention.v_dim);
    edited
}

/// Heads mixed with a stored activation of the task (Park et al. 2025, Soft Injection of Task
/// Embeddings): `(1 - a_h) o_h + a_h t_h` for the queries of the call, usually the last token alone.
/// [`Role::Gate`] f32 `[heads]` is `1 - a`, [`Role::Branch`] f32 `[heads, v_dim]` is `t`.
pub fn soft_injection(attention: Attention) -> Edited {
    let mut edited = Edited::new(attention, &[RowStep::Mix(Activation::None)]);
    edited.epilogue.branch_layout = of_heads(edited.attention.v_dim);
    edited.epilogue = edited.epilogue.row_gate(of_heads(1));
    edited
}

/// Attention whose queries, keys and values are first edited alike, from one tensor of small
/// vectors.
///
/// [`Edit::Add`] and [`Edit::Multiply`]: multi-head embeddings (Xue and Aletras 2023, MHE): one
/// projection for all heads, `[batch, len, dim]`, and an embedding for every head, [`Role::Branch`]
/// or [`Role::Gate`] f32 `[3, heads, dim]` of queries, keys and values. With one head and
/// [`Edit::Multiply`] the single-headed attention of SHA-RNN (Merity 2019): [`Role::K`] and
/// [`Role::V`] are hidden states, scaled channel by channel by `sigmoid` of learned vectors, which
/// the caller applies; only queries have a projection.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedProjection {
    /// The attention. Its views of inputs are not used.
    pub attention: Attention,
    /// How a vector changes a token.
    pub edit: Edit,
}

/// How a vector changes a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Element by element, `x + e`.
    Add,
    /// Element by element, `x * e`.
    Multiply,
}

impl Problem for SharedProjection {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let (step, role) = match self.edit {
            Edit::Add => (RowStep::Add, Role::Branch),
            Edit::Multiply => (RowStep::Gate(Activation::None), Role::Gate),
        };
        let attend = Attention { dtype: DType::F32, ..p.clone() }.contiguous_inputs().plan(caps, policy)?;
        let mut plan = Plan::empty();
        let mut places = Vec::new();
        let mut before = 0;
        for (input, heads, len, dim) in [
            (Role::Q, p.q_heads, p.q_len, p.qk_dim),
            (Role::K, p.kv_heads, p.kv_len, p.qk_dim),
            (Role::V, p.kv_heads, p.kv_len, p.v_dim),
        ] {
            let mut edit = EditRows { dtype: p.dtype, ..EditRows::new(p.batch, heads, len, dim, &[step]) };
            // All heads read the same token.
            let token = u64::from(dim);
            edit.input_layout = Layout { offset: 0, strides: [u64::from(len) * token, 0, token] };
            let vectors = of_heads(dim).at(before);
            (edit.epilogue.gate_layout, edit.epilogue.branch_layout) = (vectors, vectors);
            before += u64::from(heads) * token;
            let edit = edit.plan(caps, policy)?;
            let (_, rows) = plan.scratch_for(&edit, Role::O);
            plan.append(
                edit,
                &[(Role::Input, Slot::Tensor(input)), (Role::O, rows), (role, Slot::Tensor(role))],
            );
            places.push((input, rows));
        }
        plan.append(attend, &places);
        Ok(plan)
    }
}

impl Attention {
    /// Queries, keys and values contiguous `bhnd`; the output's view stays.
    pub(super) fn contiguous_inputs(self) -> Self {
        let o_layout = self.o_layout;
        Self { o_layout, ..self.contiguous() }
    }
}

/// Attention whose queries and values are first multiplied by a number for each row:
/// `s_ij = t_i q_i.k_j / sqrt(d)`, `o_i = sum_j p_ij (u_j v_j)`.
///
/// A temperature for each head (Wang et al. 2024, length generalisation without positions), or for
/// each token by its content and position, and the same for values (Zhang et al. 2024, Selective
/// Self-Attention: `t_i = tau(x_i) (1 + exp(-exp(b)) ln n)` with `n` the keys that the row sees). The
/// small networks behind the numbers are the caller's.
#[derive(Debug, Clone, PartialEq)]
pub struct Tempered {
    /// The attention.
    pub attention: Attention,
    /// View of the queries' factors in [`Role::Gate`], f32 `[batch, q_heads, q_len]`.
    pub queries: Layout,
    /// View of the values' factors in the same buffer, `[batch, kv_heads, kv_len]`; `None`: none.
    pub values: Option<Layout>,
}

impl Tempered {
    /// A factor for each head, [`Role::Gate`] f32 `[q_heads]`.
    pub fn heads(attention: Attention) -> Self {
        Self { attention, queries: of_heads(1), values: None }
    }

    /// Factors of every query and value, [`Role::Gate`] f32 `[batch, q_heads, q_len]` and then `[batch,
    /// kv_heads, kv_len]`.
    pub fn tokens(attention: Attention) -> Self {
        let p = &attention;
        let first = u64::from(p.batch) * u64::from(p.q_heads) * u64::from(p.q_len);
        let queries = Layout::bhnd(p.q_heads, p.q_len, 1);
        let values = Some(Layout::bhnd(p.kv_heads, p.kv_len, 1).at(first));
        Self { queries, values, attention }
    }
}

impl Problem for Tempered {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let step = RowStep::Gate(Activation::None);
        let mut inner = p.clone();
        let mut plan = Plan::empty();
        let mut places = Vec::new();
        let inputs = [
            (Role::Q, p.q_layout, p.q_heads, p.q_len, p.qk_dim, Some(self.queries)),
            (Role::V, p.v_layout, p.kv_heads, p.kv_len, p.v_dim, self.values),
        ];
        for (role, input_layout, heads, len, dim, factors) in inputs {
            let Some(factors) = factors else { continue };
            let base = EditRows::new(p.batch, heads, len, dim, &[step]);
            let epilogue = base.epilogue.clone().row_gate(factors);
            let edit = EditRows { dtype: p.dtype, out_dtype: p.dtype, input_layout, epilogue, ..base };
            let layout = edit.o_layout;
            let edit = edit.plan(caps, policy)?;
            let (_, rows) = plan.scratch_for(&edit, Role::O);
            plan.append(edit, &[(Role::Input, Slot::Tensor(role)), (Role::O, rows)]);
            places.push((role, rows));
            *if role == Role::Q { &mut inner.q_layout } else { &mut inner.v_layout } = layout;
        }
        plan.append(inner.plan(caps, policy)?, &places);
        Ok(plan)
    }
}

/// End-to-end memory network (Sukhbaatar et al. 2015): `hops` times `u <- u + softmax(m u) c` on
/// fixed memories.
///
/// [`Role::Q`] f32 `[batch, dim]` is `u`, [`Role::K`] `[batch, slots, dim]` the input memories `m`,
/// [`Role::V`] the output memories `c`; [`Role::O`] `[batch, dim]` is `u` after the last hop. Temporal
/// encodings are part of the memories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryNetwork {
    /// Questions.
    pub batch: u32,
    /// Memories of a question.
    pub slots: u32,
    /// Size of an embedding.
    pub dim: u32,
    /// Reads of the memory, at least 1.
    pub hops: u32,
}

impl Problem for MemoryNetwork {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        crate::error::in_range("hops", self.hops.into(), 1, 1 << 10)?;
        let read = Attention::new(self.batch, 1, 1, self.dim).kv_len(self.slots);
        let hop = Edited::new(Attention { scale: Some(1.0), ..read }, &[RowStep::Add]);
        let mut plan = Plan::empty();
        let mut question = Slot::Tensor(Role::Q);
        for n in 1..=self.hops {
            let hop = hop.plan(caps, policy)?;
            let next = if n == self.hops { Slot::Tensor(Role::O) } else { plan.scratch_for(&hop, Role::O).1 };
            plan.append(hop, &[(Role::Q, question), (Role::Branch, question), (Role::O, next)]);
            question = next;
        }
        Ok(plan)
    }
}

/// Attention with one additive number for each key, [`Role::Bias`] f32 `[batch, heads, 1, kv_len]`
/// (each of `batch` and `heads` may be 1).
///
/// Logs of factors of the weights before they are normalised: `ln g_h` at the first token (Han et
/// al. 2025, ZeroTuning), of visual tokens (Fixing Imbalanced Attention), of a reference image's
/// keys, which lie after the image's own (Hua et al. 2023, DreamTuner); weighted masks of several
/// references, -inf outside (Ding et al. 2024, FreeCustom, as its code has it).
pub fn key_bias(p: Attention, batch: u32, heads: u32) -> Attention {
    let shape = crate::problem::MaskShape([batch, heads, 1, p.kv_len]);
    Attention { bias: Some((DType::F32, shape)), ..p }
}

/// Relaxed attention (Lohrenz et al. 2022): `A' = (1 - g) A + g / T`, so that
/// `o = (1 - g) o + g mean(v)`; not causal. [`Role::Gate`] f32 `[batch]` is `1 - g`, which may differ by
/// sample (fuzzy relaxation).
#[derive(Debug, Clone, PartialEq)]
pub struct Relaxed(pub Attention);

impl Problem for Relaxed {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.0;
        p.validate()?;
        let mean = super::moba::pooled(p, Role::V, p.kv_len.max(1));
        // In the type of what goes onto rows.
        let mean = crate::Pool { out_dtype: None, ..mean }.plan(caps, policy)?;
        let mut edited = Edited::new(p.clone(), &[RowStep::Mix(Activation::None)]);
        let (heads, dim) = (u64::from(p.kv_heads), u64::from(p.v_dim));
        if p.kv_heads != p.q_heads || p.visibility != crate::Visibility::default() {
            return Err(crate::Error::unsupported(
                "relaxed attention with groups or bounds",
                "one mean of all values serves a head",
            ));
        }
        edited.epilogue.branch_layout = Layout { offset: 0, strides: [heads * dim, dim, 0] };
        edited.epilogue.dtype = p.dtype;
        edited.epilogue = edited.epilogue.row_gate(Layout { offset: 0, strides: [1, 0, 0] });
        let edited = edited.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let (_, means) = plan.scratch_for(&mean, Role::O);
        plan.append(mean, &[(Role::Input, Slot::Tensor(Role::V)), (Role::O, means)]);
        plan.append(edited, &[(Role::Branch, means)]);
        Ok(plan)
    }
}
