//! The states before each segment of a sequence.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, consts, link_rates, link_state, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, grid};
use crate::problem::{DType, LinearAttention};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// Adds the scan over what segments of `slices.segment_len` tokens add, in `states`; with what they
/// make of the identity, where the rule says more than a factor: a problem with such columns, and where.
pub(crate) fn plan(
    p: &LinearAttention,
    chunk: u32,
    views: &Views,
    states: Slot,
    transitions: Option<(&LinearAttention, Slot)>,
    slices: LinearParams,
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<()> {
    let name = if transitions.is_some() { "scan_transitions" } else { "scan" };
    let mut key = io::empty_key(name, LinearParams::WGSL);
    key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("CHUNK", Const::U32(chunk))];
    key.consts.extend(consts(p));
    let size = |p: &LinearAttention| 4 * p.state_elements() * u64::from(slices.segments);
    let mut io = KeyIo { key: &mut key, caps };
    io.key.bindings.push(Binding { name: "states", element: "f32", access: Access::ReadWrite });
    let mut tables = Vec::new();
    if let Some((units, slot)) = transitions {
        let rows = p.state_parts() * p.qk_dim;
        let segment = rows.div_ceil(LINEAR_WORKGROUP) * (units.v_dim / 4 + 3) + 3;
        caps.check_rounds(name, u64::from(slices.segments) * u64::from(segment))?;
        io.key
            .consts
            .extend([("PARTS", Const::U32(p.state_parts())), ("ROWS4", Const::U32(units.v_dim / 4))]);
        io.key.bindings.push(Binding { name: "transitions", element: "f32", access: Access::Read });
        tables.push(Bind { slot, offset: 0, size: size(units) });
    } else {
        link_rates(p, DType::F32, &mut io);
    }
    link_tokens(p, &mut io, &mut tables);
    link_state(p, views, &mut io, &mut tables);
    match transitions {
        Some(_) => key.fragments.push(shader::SCAN_TRANSITIONS),
        None => key.fragments.extend([shader::FADE_LIB, shader::SCAN]),
    }
    let v_slices = p.v_dim.div_ceil(4);
    for part in views.parts(p, caps)? {
        let heads = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
        let threads = heads * u64::from(p.qk_dim) * u64::from(p.state_columns());
        let slices_of_all = heads * u64::from(v_slices);
        // Checked to fit 32 bits with the states.
        let (groups, of) = match transitions {
            Some(_) => (slices_of_all as u32, slices_of_all),
            None => (heads as u32, threads.div_ceil(LINEAR_WORKGROUP.into())),
        };
        let grid = grid(of, caps)?;
        let params = LinearParams {
            groups,
            grid_x: grid[0],
            v_slices,
            segments: slices.segments,
            segment_len: slices.segment_len,
            ..views.params(p, part, caps)
        };
        let mut binds = vec![Bind { slot: states, offset: 0, size: size(p) }];
        if transitions.is_none() {
            binds.extend(views.decay.map(|v| v.bind(part, caps).0));
        }
        binds.extend(&tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    Ok(())
}
