//! Features of queries and keys, into scratch memory.

use super::LINEAR_WORKGROUP;
use super::copy::MapParams;
use super::io::{self, KeyIo};
use super::linear::Views;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, View, grid};
use crate::problem::{DType, FeatureMap, Layout, LinearAttention, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, Fragment, ShaderKey};

/// Adds the maps of queries and keys, and returns the views of the recurrence on features.
pub(crate) fn plan(p: &LinearAttention, direct: Views, caps: &DeviceCaps, plan: &mut Plan) -> Result<Views> {
    let [q_map, k_map] = p.maps();
    let q = record(p, q_map, direct.q, caps, plan)?;
    let k = record(p, k_map, direct.k, caps, plan)?;
    plan.take("features", format!("{} features of every query and key", p.feature_dim()));
    Ok(Views { qk_dtype: DType::F32, q, k, ..direct })
}

fn record(
    p: &LinearAttention,
    map: &FeatureMap,
    from: View,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<View> {
    let [batch, heads, len, dim] = from.shape;
    let shape = [batch, heads, len, p.feature_dim()];
    let layout = Layout::bhnd(heads, len, p.feature_dim());
    let bytes = 4 * layout.check("features", shape)?;
    let to = View { slot: plan.recording.scratch(bytes), layout, shape, element_bytes: 4, ..from };
    let rows = u64::from(batch) * u64::from(heads) * u64::from(len);
    if rows == 0 {
        return Ok(to);
    }
    if rows > u64::from(u32::MAX) {
        return Err(Error::IndexOverflow { what: "features".into(), needed: rows, limit: u32::MAX.into() });
    }
    let each = if map.is_random() { dim + 2 } else { 1 };
    let rounds = shape[3].div_ceil(4) * 2 + shape[3] * each + 2 * (dim + 1);
    caps.check_rounds("features", rounds.into())?;
    let key = key(p, map, layout, caps);
    let grid = grid(rows.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
    let params = MapParams::new([batch, heads, len, dim], from.layout, layout, grid);
    let input = from.layout.extent(from.shape).unwrap_or(0) * from.element_bytes;
    let mut binds = vec![
        Bind { slot: from.slot, offset: 0, size: input.next_multiple_of(4) },
        Bind { slot: to.slot, offset: 0, size: bytes },
    ];
    if map.is_random() {
        let size = 4 * u64::from(p.feature_dim()) * u64::from(p.qk_dim);
        binds.push(Bind { slot: Slot::Tensor(Role::Projection), offset: 0, size });
    }
    let mut params = bytemuck::bytes_of(&params).to_vec();
    if let FeatureMap::User(hook) = map {
        params.extend(hook.values());
        binds.extend(hook.buffers().map(|(input, size)| Bind {
            slot: Slot::Tensor(Role::User(input.name)),
            offset: 0,
            size,
        }));
    }
    plan.dispatch_bytes(key, params, binds, grid, caps)?;
    Ok(to)
}

fn key(p: &LinearAttention, map: &FeatureMap, layout: Layout, caps: &DeviceCaps) -> ShaderKey {
    let mut key = io::empty_key("features", MapParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("DIM", Const::U32(p.qk_dim)),
        ("FEATURES", Const::U32(p.feature_dim())),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.input(p.dtype);
    io.store(DType::F32, layout, p.feature_dim());
    if map.is_random() {
        key.bindings.push(Binding { name: "projection", element: "f32", access: Access::Read });
    }
    match map {
        FeatureMap::Focused { power } => key.consts.push(("POWER", Const::U32(*power))),
        FeatureMap::User(hook) => {
            KeyIo { key: &mut key, caps }.hook(hook);
        }
        _ => {}
    }
    key.fragments.extend(fragments(map));
    key.fragments.extend([shader::GROUP_LIB, shader::FEATURES]);
    key
}

fn fragments(map: &FeatureMap) -> Vec<Fragment> {
    match map {
        // A user's function is linked as a hook.
        FeatureMap::User(_) => vec![shader::FEATURE_EACH],
        FeatureMap::Identity => vec![shader::FEATURE_IDENTITY, shader::FEATURE_EACH],
        FeatureMap::Silu => vec![shader::FEATURE_SILU, shader::FEATURE_EACH],
        FeatureMap::PlainExp => vec![shader::FEATURE_PLAIN_EXP, shader::FEATURE_EACH],
        FeatureMap::Fastmax => vec![shader::FEATURE_FASTMAX],
        FeatureMap::Relu => vec![shader::FEATURE_RELU, shader::FEATURE_EACH],
        FeatureMap::EluPlusOne => vec![shader::FEATURE_ELU, shader::FEATURE_EACH],
        FeatureMap::Sigmoid => vec![shader::FEATURE_SIGMOID, shader::FEATURE_EACH],
        FeatureMap::SquaredRelu => vec![shader::FEATURE_SQUARED_RELU, shader::FEATURE_EACH],
        FeatureMap::Exp => vec![shader::FEATURE_EXP],
        FeatureMap::Softmax => vec![shader::FEATURE_SOFTMAX],
        FeatureMap::SignedSoftmax => vec![shader::FEATURE_SIGNED_SOFTMAX],
        FeatureMap::Taylor => vec![shader::FEATURE_TAYLOR],
        FeatureMap::RandomPositive { .. } => vec![shader::FEATURE_RANDOM_POSITIVE],
        FeatureMap::Focused { .. } => vec![shader::FEATURE_FOCUSED],
    }
}
