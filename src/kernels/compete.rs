//! Keys that compete along the sequence.

use super::LINEAR_WORKGROUP;
use super::attention::check_bindings;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Decision, Plan, View, grid};
use crate::problem::{DType, Decay, Layout, LinearAttention, Role};
use crate::shader::{self, Access, Binding, Const, ShaderKey};

/// Adds the running sums of exponentials; the recurrence of competing keys, and its views.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<(LinearAttention, Views)> {
    let shape = [p.storage_batch(), p.kv_heads, p.storage_len(), p.qk_dim];
    let layout = Layout::bhnd(p.kv_heads, p.storage_len(), p.qk_dim);
    let bytes = 4 * layout.check("competing keys", shape)?;
    let mut view = |role| View { role, slot: plan.recording.scratch(bytes), layout, shape, ..views.k };
    let (keys, fades) = (view(Role::K), view(Role::Decay));
    let mut tables = Vec::new();
    let key = key(p, caps, &mut tables);
    check_bindings(&key, caps)?;
    let at_keys = Views { o: keys, ..*views };
    for part in at_keys.parts(p, caps)? {
        let states = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
        let grid = grid((states * u64::from(p.qk_dim)).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = LinearParams {
            // At most batch * heads, whose product with the rest `grid` bounds.
            groups: states as u32,
            grid_x: grid[0],
            ..at_keys.params(p, part, caps)
        };
        let mut binds = [views.k, keys, fades].map(|v| v.bind(part, caps).0).to_vec();
        binds.extend(&tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    plan.decisions.push(Decision {
        kernel: "compete".into(),
        taken: true,
        why: "keys are softmaxed over the tokens seen".into(),
    });
    let fading = LinearAttention { decay: Decay::PerChannel, ..p.clone() };
    Ok((fading, Views { k: keys, decay: Some(fades), decay_dtype: DType::F32, ..*views }))
}

fn key(p: &LinearAttention, caps: &DeviceCaps, tables: &mut Vec<crate::record::Bind>) -> ShaderKey {
    let mut key = io::empty_key("compete", LinearParams::WGSL);
    key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("QK_DIM", Const::U32(p.qk_dim))];
    let mut io = KeyIo { key: &mut key, caps };
    // Keys come as features, in f32.
    io.input(DType::F32);
    for name in ["competing", "fades"] {
        io.key.bindings.push(Binding { name, element: "f32", access: Access::ReadWrite });
    }
    link_tokens(p, &mut io, tables);
    key.fragments.extend([shader::EMPTIED_LIB, shader::COMPETE]);
    key
}
