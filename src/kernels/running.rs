//! Values that run along the sequences, channel by channel, before a recurrence.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, link_tokens, long_cuts};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, View, grid};
use crate::problem::{Layout, LinearAttention};
use crate::record::{Bind, Slot};
use crate::shader::{Access, Binding, Const, Fragment, RUNNING};

/// Where running values lie, contiguous f32 `[storage batch, kv_heads, len, qk_dim]`.
pub(crate) fn place(p: &LinearAttention, what: &str, like: View, plan: &mut Plan) -> Result<View> {
    let shape = [p.storage_batch(), p.kv_heads, p.storage_len(), p.qk_dim];
    let layout = Layout::bhnd(p.kv_heads, p.storage_len(), p.qk_dim);
    let slot = plan.recording.scratch(4 * layout.check(what, shape)?);
    Ok(View { slot, layout, shape, element_bytes: 4, heads_per_head: 1, ..like })
}

/// Adds the kernel `name` of `fragments`: from what `read` links to the places of `outputs`. Returns
/// the values after the last token of each sequence, `[batch, kv_heads, qk_dim]`: slot and bytes.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    (name, fragments): (&'static str, &[Fragment]),
    (read, input): (impl FnOnce(&mut KeyIo<'_>), fn(&Views) -> Option<View>),
    outputs: &[(&'static str, View)],
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<(Slot, u64)> {
    let bytes = 4 * u64::from(p.batch) * u64::from(p.kv_heads) * u64::from(p.qk_dim);
    let ends = plan.recording.scratch(bytes);
    let mut key = io::empty_key(name, LinearParams::WGSL);
    key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("QK_DIM", Const::U32(p.qk_dim))];
    let mut io = KeyIo { key: &mut key, caps };
    read(&mut io);
    for &(name, _) in outputs.iter() {
        io.key.bindings.push(Binding { name, element: "f32", access: Access::ReadWrite });
    }
    io.key.bindings.push(Binding { name: "ends", element: "f32", access: Access::ReadWrite });
    let mut tables = vec![Bind { slot: ends, offset: 0, size: bytes }];
    link_tokens(p, &mut io, &mut tables);
    key.fragments.extend(fragments);
    key.fragments.push(RUNNING);
    let views = Views { o: outputs.first().map_or(views.o, |o| o.1), ..*views };
    for cut in long_cuts(p.len.max(1)) {
        let piece = LinearAttention { len: cut[1].min(p.len), ..p.clone() };
        let cut = views.piece(p, [cut[0], piece.len], None);
        for part in cut.parts(&piece, caps)? {
            let states = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
            let grid = grid((states * u64::from(p.qk_dim)).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
            let params = LinearParams {
                // At most batch * heads, whose product with the rest `grid` bounds.
                groups: states as u32,
                grid_x: grid[0],
                ..cut.params(&piece, part, caps)
            };
            let mut binds: Vec<Bind> = input(&cut).map(|v| v.bind(part, caps).0).into_iter().collect();
            // Every output lies as the first one does.
            let like = cut.o.bind(part, caps).0;
            binds.extend(outputs.iter().map(|(_, v)| Bind { slot: v.slot, ..like }));
            binds.extend(&tables);
            plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
    }
    Ok((ends, bytes))
}
