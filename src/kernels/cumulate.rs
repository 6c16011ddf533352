//! Running sums of log decays within chunks.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, View, grid};
use crate::problem::{Decay, Layout, LinearAttention};
use crate::shader::{self, Access, Binding, Const};

/// Adds the sums and returns where they are: f32 `[batch, state heads, len, qk_dim or 1]` of the
/// tokens in memory. `None` without a decay.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    chunk: u32,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<Option<View>> {
    let Some(decay) = views.decay else {
        return Ok(None);
    };
    let channels = if p.decay == Decay::PerChannel { p.qk_dim } else { 1 };
    let shape = [p.storage_batch(), p.state_heads(), p.storage_len(), channels];
    let layout = Layout::bhnd(p.state_heads(), p.storage_len(), channels);
    let bytes = 4 * layout.check("running sums of decays", shape)?;
    let sums = View { slot: plan.recording.scratch(bytes), layout, shape, element_bytes: 4, ..decay };

    let mut key = io::empty_key("cumulate", LinearParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("CHUNK", Const::U32(chunk)),
        ("CHANNELS", Const::U32(channels)),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.elements("decay", views.decay_dtype);
    io.key.bindings.push(Binding { name: "cumulated", element: "f32", access: Access::ReadWrite });
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    key.fragments.extend([shader::EMPTIED_LIB, shader::CUMULATE]);

    let views = Views { o: sums, ..*views };
    for part in views.parts(p, caps)? {
        let states = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
        let chunks = p.len.div_ceil(chunk);
        let threads = states * u64::from(chunks) * u64::from(channels);
        let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = LinearParams {
            // At most batch * heads, whose product with the rest `grid` bounds.
            groups: states as u32,
            grid_x: grid[0],
            chunks: chunks.max(1),
            ..views.params(p, part, caps)
        };
        let mut binds = vec![decay.bind(part, caps).0, sums.bind(part, caps).0];
        binds.extend(&tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    Ok(Some(sums))
}
