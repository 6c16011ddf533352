//! Queries and keys turned by their positions.

use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::Transform;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Activation, Attention, DType, EditRows, Layout, Role, Rotary, RowStep};
use crate::record::Slot;

/// Self-attention with rotary positions: `softmax((R_i q_i).(R_j k_j) / sqrt(d)) v`.
///
/// [`Role::Cos`] and [`Role::Sin`] `[batch, len, rotary_dim / 2]` are the tables of every sequence, so
/// that copies of a sequence in a batch may have bases of their own, and one's trough be another's
/// peak (Chen et al. 2023, Attention Buckets); their outputs are joined by the caller, at the end
/// of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Rotated {
    /// Self-attention.
    pub attention: Attention,
    /// Rotated features, even.
    pub rotary_dim: u32,
    /// Pairs are neighbours rather than halves.
    pub interleaved: bool,
}

impl Problem for Rotated {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let turn = |heads, len, input_layout| Rotary {
            batch: p.batch,
            heads,
            len,
            dim: p.qk_dim,
            rotary_dim: self.rotary_dim,
            interleaved: self.interleaved,
            dtype: p.dtype,
            table_rows: None,
            input_layout,
            output_layout: Layout::bhnd(heads, len, p.qk_dim),
        };
        let q = turn(p.q_heads, p.q_len, p.q_layout);
        let k = turn(p.kv_heads, p.kv_len, p.k_layout);
        let (q_layout, k_layout) = (q.output_layout, k.output_layout);
        let attend = Attention { q_layout, k_layout, ..p.clone() }.plan(caps, policy)?;
        let (q, k) = (q.plan(caps, policy)?, k.plan(caps, policy)?);
        let mut plan = Plan::empty();
        let [(_, turned_q), (_, turned_k)] = [&q, &k].map(|turn| plan.scratch_for(turn, Role::O));
        plan.append(q, &[(Role::Input, Slot::Tensor(Role::Q)), (Role::O, turned_q)]);
        plan.append(k, &[(Role::Input, Slot::Tensor(Role::K)), (Role::O, turned_k)]);
        plan.append(attend, &[(Role::Q, turned_q), (Role::K, turned_k)]);
        Ok(plan)
    }
}

/// Geometric transform attention (Miyato et al. 2023, GTA):
/// `o_i = sum_j softmax_j(q_i^T r(g_i g_j^-1) k_j / sqrt(d)) r(g_i g_j^-1) v_j`, with `r` of one matrix for
/// each block of `block` features.
///
/// [`Role::Weight`] f32 `[3, batch, len, dim / block, block, block]` holds, for every token, the
/// matrices `r(g)^T` of queries, `r(g^-1)` of keys and values, and `r(g)` of outputs: poses in the plane
/// or in space, rotations of any kind.
#[derive(Debug, Clone, PartialEq)]
pub struct GeometricTransform {
    /// Self-attention of equal sizes, in f32.
    pub attention: Attention,
    /// Side of a matrix; divides the head's size.
    pub block: u32,
}

impl Problem for GeometricTransform {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let transform = |set: u64, heads, input_layout, output_layout| {
            let base = Transform::new(p.batch, heads, p.q_len, p.qk_dim, self.block);
            let matrices = base.matrix_layout;
            let one = u64::from(p.batch) * matrices.strides[0];
            Transform { matrix_layout: matrices.at(set * one), input_layout, output_layout, ..base }
        };
        let inner = Layout::bhnd(p.q_heads, p.q_len, p.qk_dim);
        let keys = Layout::bhnd(p.kv_heads, p.q_len, p.qk_dim);
        let attend =
            Attention { q_layout: inner, k_layout: keys, v_layout: keys, o_layout: inner, ..p.clone() };
        let attend = attend.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let mut places = Vec::new();
        for (role, set, heads, input, output) in [
            (Role::Q, 0, p.q_heads, p.q_layout, inner),
            (Role::K, 1, p.kv_heads, p.k_layout, keys),
            (Role::V, 1, p.kv_heads, p.v_layout, keys),
        ] {
            let stage = transform(set, heads, input, output).plan(caps, policy)?;
            let (_, moved) = plan.scratch_for(&stage, Role::O);
            plan.append(stage, &[(Role::Input, Slot::Tensor(role)), (Role::O, moved)]);
            places.push((role, moved));
        }
        let (_, rows) = plan.scratch_for(&attend, Role::O);
        places.push((Role::O, rows));
        plan.append(attend, &places);
        let back = transform(2, p.q_heads, inner, p.o_layout).plan(caps, policy)?;
        plan.append(back, &[(Role::Input, rows)]);
        Ok(plan)
    }
}

/// Collinear constrained attention (Zhu et al. 2023, CoCA): keys are collinear with the query, so
/// that before the softmax `s_mn = sum_pairs |q_m|^2 t_n cos((m - n) angle) / sqrt(d)`.
///
/// [`Role::Q`] `[batch, heads, len, dim]` in pairs of halves; [`Role::K`] is `t = relu(...)` of the
/// caller's projection, one number for a pair, `[batch, heads, len, dim / 2]`; [`Role::Cos`] and
/// [`Role::Sin`] f32 `[len, dim / 2]`. A cache holds `t` turned, in place of keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Collinear {
    /// Causal self-attention in f32, contiguous `bhnd`.
    pub attention: Attention,
}

impl Collinear {
    /// Rows of `x` times a table of positions, written to one half of the features; two halves of
    /// `x` are added first if `second` says how far apart they are.
    fn turned(&self, input: Layout, half: u64, second: Option<u64>) -> EditRows {
        let p = &self.attention;
        let pairs = p.qk_dim / 2;
        let base = EditRows::new(p.batch, p.q_heads, p.q_len, pairs, &[RowStep::Gate(Activation::None)]);
        let mut edit = EditRows { input_layout: input, second, ..base };
        edit.o_layout = Layout::bhnd(p.q_heads, p.q_len, p.qk_dim).at(half * u64::from(pairs));
        edit.epilogue.gate_layout = Layout { offset: 0, strides: [0, 0, pairs.into()] };
        edit
    }
}

impl Problem for Collinear {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        p.validate()?;
        let pairs = p.qk_dim / 2;
        if !p.qk_dim.is_multiple_of(2)
            || p.q_len != p.kv_len
            || p.q_heads != p.kv_heads
            || p.dtype != DType::F32
        {
            return Err(crate::Error::unsupported(
                "collinear attention of odd heads, groups, other lengths or types",
                "queries and keys come from the same tokens, in pairs",
            ));
        }
        let whole = Layout::bhnd(p.q_heads, p.q_len, p.qk_dim);
        let square = EditRows {
            input_layout: p.q_layout,
            ..EditRows::new(p.batch, p.q_heads, p.q_len, p.qk_dim, &[RowStep::Gate(Activation::None)])
        };
        let mut square = EditRows { o_layout: whole, ..square };
        square.epilogue.gate_layout = p.q_layout;
        let square = square.plan(caps, policy)?;
        let attend = Attention { q_layout: whole, k_layout: whole, ..p.clone() }.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let [(_, squares), (_, q), (_, k)] = [Role::O; 3].map(|role| plan.scratch_for(&square, role));
        let own = (Role::Gate, Slot::Tensor(Role::Q));
        plan.append(square, &[(Role::Input, Slot::Tensor(Role::Q)), own, (Role::O, squares)]);
        for (half, table) in [(0, Role::Cos), (1, Role::Sin)] {
            let gate = (Role::Gate, Slot::Tensor(table));
            let norms = self.turned(whole, half, Some(pairs.into())).plan(caps, policy)?;
            plan.append(norms, &[(Role::Input, squares), gate, (Role::O, q)]);
            let t = Layout::bhnd(p.kv_heads, p.kv_len, pairs);
            let keys = self.turned(t, half, None).plan(caps, policy)?;
            plan.append(keys, &[(Role::Input, Slot::Tensor(Role::K)), gate, (Role::O, k)]);
        }
        plan.append(attend, &[(Role::Q, q), (Role::K, k)]);
        Ok(plan)
    }
}
