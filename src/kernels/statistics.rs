//! Numbers of rows and columns of the scores, where weights need them beforehand.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, tensor_views};
use super::io::{self, KeyIo};
use super::weights;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, Plan, grid};
use crate::problem::{Attention, Statistic};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// Bytes of the statistics of a problem: two numbers of every row or column.
pub(crate) fn bytes(p: &Attention) -> u64 {
    8 * lines(p, p.statistic() == Some(Statistic::ColumnLse))
}

fn lines(p: &Attention, columns: bool) -> u64 {
    let of_head = if columns { p.kv_len } else { p.q_len };
    u64::from(p.batch) * u64::from(p.q_heads) * u64::from(of_head)
}

/// Adds the pass that the problem's weights need first, if they need one.
pub(crate) fn record(p: &Attention, caps: &DeviceCaps, plan: &mut Plan) -> Result<Option<Slot>> {
    let Some(statistic) = p.statistic() else {
        return Ok(None);
    };
    let columns = statistic == Statistic::ColumnLse;
    let slot = plan.recording.scratch(bytes(p));
    let (stat, weight) = match statistic {
        Statistic::Moments => (shader::STAT_MOMENTS, weights::of_each(p.weight)),
        Statistic::Share => (shader::STAT_SHARE, weights::of_each(p.weight)),
        Statistic::ColumnLse => (shader::STAT_LSE, &[shader::WEIGHT_IDENTITY][..]),
    };
    let stores = Binding { name: "stats", element: "vec2<f32>", access: Access::ReadWrite };
    let fragments = [&[stat, shader::STAT_TO_PAIR], weight].concat();
    pass(p, columns, &fragments, stores, (slot, bytes(p)), caps, plan)?;
    Ok(Some(slot))
}

/// Adds a pass that finds the log-sum-exp of every row in its two numbers, without the output.
pub(crate) fn record_lse(p: &Attention, caps: &DeviceCaps, plan: &mut Plan) -> Result<Slot> {
    let size = 8 * lines(p, false);
    let slot = plan.recording.scratch(size);
    let stores = Binding { name: "lse_parts", element: "vec2<f32>", access: Access::ReadWrite };
    let fragments = [shader::STAT_LSE, shader::WEIGHT_IDENTITY, shader::STAT_TO_LSE];
    pass(p, false, &fragments, stores, (slot, size), caps, plan)?;
    Ok(slot)
}

fn pass(
    p: &Attention,
    columns: bool,
    fragments: &[shader::Fragment],
    stores: Binding,
    (slot, size): (Slot, u64),
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<()> {
    let cells = lines(p, columns);
    if cells > u64::from(u32::MAX) {
        return Err(Error::IndexOverflow {
            what: "statistics".into(),
            needed: cells,
            limit: u32::MAX.into(),
        });
    }
    if cells == 0 {
        return Ok(());
    }
    let others = u64::from(if columns { p.q_len } else { p.kv_len });
    let each = super::rounds_of_fours(p) + 1;
    caps.check_rounds("statistics", others.div_ceil(LINEAR_WORKGROUP.into()) * each + 8)?;
    let mut key = io::empty_key("statistics", AttentionParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("COLUMNS", Const::Bool(columns)),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk(p);
    io.key.bindings.push(stores);
    io.key.fragments.extend(fragments);
    io.key.fragments.push(shader::WEIGHT_KEPT);
    let edits = Edits::link(p, &mut io);
    key.fragments.push(shader::STATISTICS);

    let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
    let outputs = Outputs::direct(p, Lse::default());
    let [q, k, ..] = tensor_views(p, &outputs);
    let grid = grid(cells, caps)?;
    let params = AttentionParams {
        grid_x: grid[0],
        // Checked above.
        cells: cells as u32,
        ..base_params(p, &outputs, part, caps)
    };
    let mut binds = vec![q.bind(part, caps).0, k.bind(part, caps).0, Bind { slot, offset: 0, size }];
    binds.extend(edits.binds(p, part, caps)?);
    plan.dispatch_bytes(key, edits.params(&params), binds, grid, caps)?;
    plan.take("statistics", format!("of {cells} {}", if columns { "columns" } else { "rows" }));
    Ok(())
}
