//! The states before each segment of a sequence.

use super::LINEAR_WORKGROUP;
use super::attention::check_bindings;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, consts, link_rates, link_state, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, grid};
use crate::problem::{DType, LinearAttention};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// Adds the scan over what segments of `slices.segment_len` tokens add, in `states`.
pub(crate) fn plan(
    p: &LinearAttention,
    chunk: u32,
    views: &Views,
    states: Slot,
    slices: LinearParams,
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<()> {
    let mut key = io::empty_key("scan", LinearParams::WGSL);
    key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("CHUNK", Const::U32(chunk))];
    key.consts.extend(consts(p));
    let size = 4 * p.state_elements() * u64::from(slices.segments);
    let mut io = KeyIo { key: &mut key, caps };
    io.key.bindings.push(Binding { name: "states", element: "f32", access: Access::ReadWrite });
    link_rates(p, DType::F32, &mut io);
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    link_state(p, views, &mut io, &mut tables);
    key.fragments.extend([shader::FADE_LIB, shader::SCAN]);
    check_bindings(&key, caps)?;
    for part in views.parts(p, caps)? {
        let heads = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
        let threads = heads * u64::from(p.qk_dim) * u64::from(p.state_columns());
        let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = LinearParams {
            // Checked to fit 32 bits with the states.
            groups: heads as u32,
            grid_x: grid[0],
            segments: slices.segments,
            segment_len: slices.segment_len,
            ..views.params(p, part, caps)
        };
        let mut binds = vec![Bind { slot: states, offset: 0, size }];
        binds.extend(views.decay.map(|v| v.bind(part, caps).0));
        binds.extend(&tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    Ok(())
}
