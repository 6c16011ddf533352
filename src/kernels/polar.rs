//! Complex decay: queries and keys turned by the phases so far, in twice as many real features.
//!
//! With `P_t` the sum of phases up to token `t`, the real part of
//! `q_t exp(i (P_t - P_j)) k_j` is `[q_t cos P_t, q_t sin P_t] . [k_j cos P_j, k_j sin P_j]`, so
//! that only the magnitudes are left to decay. The last state is turned back by the last phases,
//! for the next call starts at phase 0.

use super::io::{self, KeyIo};
use super::linear::Views;
use super::{LINEAR_WORKGROUP, running};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, View, grid};
use crate::problem::{DType, Decay, Layout, LinearAttention, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, params};

params! {
    /// Parameters of `turn.wgsl` and `turn_state.wgsl`.
    TurnParams {
        grid_x: u32, rows: u32, heads: u32, len: u32, group: u32,
        input_offset: u32, input_batch: u32, input_head: u32, input_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
    }
}

/// Phases of all tokens `[storage batch, kv_heads, len, qk_dim]`, and after the last one of each
/// sequence `[batch, kv_heads, qk_dim]`: slots and bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phases {
    tokens: (Slot, u64),
    ends: (Slot, u64),
}

/// Adds the turns, and returns the recurrence on turned features.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<(LinearAttention, Views, Phases)> {
    let Some(decay) = views.decay else {
        return Err(Error::MissingTensor { tensor: Role::Decay });
    };
    let phases = add_phases(p, views, caps, plan)?;
    let magnitudes = View { shape: [decay.shape[0], decay.shape[1], decay.shape[2], p.qk_dim], ..decay };
    let mut doubled = |view: View, dtype, turned| double(p, (view, dtype), turned, phases, (caps, plan));
    let turned = Views {
        qk_dtype: DType::F32,
        decay_dtype: DType::F32,
        q: doubled(views.q, views.qk_dtype, true)?,
        k: doubled(views.k, views.qk_dtype, true)?,
        decay: Some(doubled(magnitudes, views.decay_dtype, false)?),
        ..*views
    };
    let rotated = LinearAttention {
        scale: Some(p.effective_scale()),
        decay: Decay::PerChannel,
        qk_dim: 2 * p.qk_dim,
        ..p.clone()
    };
    plan.take("turn", format!("{} complex features as {} real ones", p.qk_dim, rotated.qk_dim));
    Ok((rotated, turned, phases))
}

/// Adds the running sums of phases.
fn add_phases(p: &LinearAttention, views: &Views, caps: &DeviceCaps, plan: &mut Plan) -> Result<Phases> {
    let sums = running::place(p, "phases", views.k, plan)?;
    let bytes = 4 * sums.layout.check("phases", sums.shape)?;
    let read = |io: &mut KeyIo<'_>| {
        io.elements("decay", views.decay_dtype);
    };
    let input = (read, (|v| v.decay) as fn(&Views) -> _);
    let ends =
        running::plan(p, views, ("phases", &[shader::PHASES]), input, &[("phases", sums)], (caps, plan))?;
    Ok(Phases { tokens: (sums.slot, bytes), ends })
}

/// Adds rows of twice the size: turned, or repeated.
fn double(
    p: &LinearAttention,
    (from, dtype): (View, DType),
    turned: bool,
    phases: Phases,
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<View> {
    let [b, heads, len, dim] = from.shape;
    let shape = [b, heads, len, 2 * dim];
    let layout = Layout::bhnd(heads, len, 2 * dim);
    let bytes = 4 * layout.check("turned features", shape)?;
    let to = View { slot: plan.recording.scratch(bytes), layout, shape, element_bytes: 4, ..from };
    // Fewer than the elements, which were checked to fit 32 bits.
    let rows = b * heads * len;
    if rows == 0 {
        return Ok(to);
    }
    let mut key = io::empty_key("turn", TurnParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("DIM", Const::U32(dim)),
        ("TURNED", Const::Bool(turned)),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.input(dtype);
    io.store(DType::F32, layout, 2 * dim);
    io.key.bindings.push(Binding { name: "phases", element: "f32", access: Access::Read });
    key.fragments.extend([shader::GROUP_LIB, shader::TURN_LIB, shader::TURN]);
    let grid = grid(u64::from(rows).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
    let input = from.layout.extent(from.shape).unwrap_or(0) * from.element_bytes;
    let [input_batch, input_head, input_row] = from.layout.strides.map(|s| s as u32);
    let [o_batch, o_head, o_row] = layout.strides.map(|s| s as u32);
    let params = TurnParams {
        grid_x: grid[0],
        rows,
        heads,
        len,
        group: heads / p.kv_heads,
        input_offset: from.layout.offset as u32,
        input_batch,
        input_head,
        input_row,
        o_offset: 0,
        o_batch,
        o_head,
        o_row,
    };
    let binds = vec![
        Bind { slot: from.slot, offset: 0, size: input.next_multiple_of(4) },
        Bind { slot: to.slot, offset: 0, size: bytes },
        Bind { slot: phases.tokens.0, offset: 0, size: phases.tokens.1 },
    ];
    plan.dispatch(key, &params, binds, grid, caps)?;
    Ok(to)
}

/// Adds the turn of the last state of `p`, if the caller wants it.
pub(crate) fn turn_state(
    p: &LinearAttention,
    phases: Phases,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<()> {
    let pairs = p.state_elements() / 2;
    if !p.state.writes() || pairs == 0 {
        return Ok(());
    }
    let mut key = io::empty_key("turn_state", TurnParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("DIM", Const::U32(p.qk_dim)),
        ("STATE_COLUMNS", Const::U32(p.state_columns())),
    ];
    for (name, access) in [("phase_ends", Access::Read), ("state_out", Access::ReadWrite)] {
        key.bindings.push(Binding { name, element: "f32", access });
    }
    key.fragments.extend([shader::GROUP_LIB, shader::TURN_LIB, shader::TURN_STATE]);
    let grid = grid(pairs.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
    // States were checked to fit 32 bits.
    let params = TurnParams { grid_x: grid[0], rows: pairs as u32, ..Default::default() };
    let binds = vec![
        Bind { slot: phases.ends.0, offset: 0, size: phases.ends.1 },
        Bind { slot: Slot::Tensor(Role::StateOut), offset: 0, size: 4 * p.state_elements() },
    ];
    plan.dispatch(key, &params, binds, grid, caps)
}
