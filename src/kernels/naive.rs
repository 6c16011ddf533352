//! The plain three-dispatch form: scores, softmax, weighted sum. Memory for every pair; kept
//! to compare with.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, tensor_views};
use super::io::{self, KeyIo};
use super::scores;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, Plan, grid};
use crate::problem::{Attention, ScoreOutput, ScoreStage};
use crate::record::Bind;
use crate::shader::{self, Access, Binding, Const, ShaderKey};

/// Plans all three passes.
pub(crate) fn plan(p: &Attention, lse: Lse, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
    let rows = u64::from(p.batch) * u64::from(p.q_heads) * u64::from(p.q_len);
    let cells = rows * u64::from(p.kv_len);
    if cells > u64::from(u32::MAX) {
        return Err(Error::IndexOverflow {
            what: "naive: scores".into(),
            needed: cells,
            limit: u32::MAX.into(),
        });
    }
    let scratch = plan.recording.scratch(4 * cells);
    let stage = ScoreOutput { stage: ScoreStage::Bias, rows: None };
    scores::record(p, stage, scratch, None, caps, plan)?;

    let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
    let outputs = Outputs::direct(p, lse);
    let params = AttentionParams { rows: rows as u32, ..base_params(p, &outputs, part, caps) };
    let bytes = if cells == 0 { 0 } else { 4 * cells };
    let scores = Bind { slot: scratch, offset: 0, size: bytes };

    caps.check_rounds("naive", 3 * (u64::from(p.kv_len) + 1))?;
    let mut key = pass("softmax_rows", p, Access::ReadWrite);
    let mut io = KeyIo { key: &mut key, caps };
    io.lse(lse);
    let mut edits = Edits::link_lengths(p, &mut io);
    edits.sink(p, &mut io);
    key.fragments.push(shader::SOFTMAX_ROWS);
    let mut binds = vec![scores];
    binds.extend(lse.binds(super::flash::rows(p)));
    binds.extend(edits.binds(p, part, caps)?);
    push(key, params, binds, rows, caps, plan)?;

    let mut key = pass("weigh", p, Access::Read);
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_v(p);
    io.store(p.out_dtype, p.o_layout, p.v_dim);
    let edits = Edits::link_lengths(p, &mut io);
    key.fragments.push(shader::WEIGH);
    let [_, _, v, o] = tensor_views(p, &outputs);
    let mut binds = vec![scores, v.bind(part, caps).0, o.bind(part, caps).0];
    binds.extend(edits.binds(p, part, caps)?);
    push(key, params, binds, rows * u64::from(p.v_dim.div_ceil(4)), caps, plan)?;
    plan.take("naive", format!("asked for; {} bytes of scores", 4 * cells));
    Ok(())
}

fn pass(kernel: &'static str, p: &Attention, access: Access) -> ShaderKey {
    let mut key = io::empty_key(kernel, AttentionParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("V_DIM", Const::U32(p.v_dim)),
    ];
    key.bindings.push(Binding { name: "scores", element: "f32", access });
    key
}

fn push(
    key: ShaderKey,
    params: AttentionParams,
    binds: Vec<Bind>,
    threads: u64,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<()> {
    let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
    let params = AttentionParams { grid_x: grid[0], ..params };
    plan.dispatch(key, &params, binds, grid, caps)
}
