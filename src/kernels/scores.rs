//! Scores or weights of chosen rows.

use super::LINEAR_WORKGROUP;
use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, tensor_views};
use super::io::{self, KeyIo};
use super::statistics;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, Plan, Policy, Problem, grid};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const};

/// Groups of four keys of a thread of `scores.wgsl`, where there are rows enough.
const QUADS: u32 = 4;

/// Rows of a thread where lanes share loads of keys and there is work for every core.
const EACH: u32 = 4;

/// Adds the pass that writes scores; weights need the log-sum-exp of an earlier pass, in its two numbers.
pub(crate) fn record(
    p: &Attention,
    wanted: ScoreOutput,
    scores: Slot,
    lse: Option<Slot>,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<()> {
    let rows = wanted.rows.unwrap_or(p.q_len);
    let cells = u64::from(p.batch) * u64::from(p.q_heads) * u64::from(rows) * u64::from(p.kv_len);
    if cells == 0 {
        return Ok(());
    }
    let (edit, weights) = match wanted.stage {
        ScoreStage::Raw | ScoreStage::Softcap => (false, false),
        ScoreStage::Bias => (true, false),
        ScoreStage::Weights | ScoreStage::LogWeights => (true, true),
    };
    // A row or more for every thread, unless there are too few to go round: then more keys a row. Several
    // rows a thread share what a processor pays for each load of a key.
    let (across, quads) = if rows >= LINEAR_WORKGROUP / 2 { (LINEAR_WORKGROUP, QUADS) } else { (1, 1) };
    let keys_of_group = 4 * quads * (LINEAR_WORKGROUP / across);
    let heads = u64::from(p.batch) * u64::from(p.q_heads);
    let groups_by = |each: u32| {
        heads * u64::from(rows.div_ceil(across * each)) * u64::from(p.kv_len.div_ceil(keys_of_group))
    };
    let filled = rows >= EACH * LINEAR_WORKGROUP;
    let each = if filled && caps.shared_loads && caps.keeps_cores_busy(groups_by(EACH)) { EACH } else { 1 };
    let groups = groups_by(each);
    let mut key = io::empty_key("scores", AttentionParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
        ("ROWS", Const::U32(across)),
        ("EACH", Const::U32(each)),
        ("QUADS", Const::U32(quads)),
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("V_DIM", Const::U32(p.v_dim)),
        ("EDIT", Const::Bool(edit)),
        ("WEIGHTS", Const::Bool(weights)),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk(p);
    io.key.bindings.push(Binding { name: "scores", element: "f32", access: Access::ReadWrite });
    io.key.fragments.push(match wanted.stage {
        ScoreStage::Weights => shader::WEIGHT_SOFTMAX,
        ScoreStage::LogWeights => shader::WEIGHT_LOG,
        _ => shader::WEIGHT_NONE,
    });
    if weights {
        io.reads_lse_parts();
    }
    io.key.fragments.push(if wanted.rows.is_some() {
        shader::SCORE_ROWS_LISTED
    } else {
        shader::SCORE_ROWS_ALL
    });
    if wanted.rows.is_some() {
        io.key.bindings.push(Binding { name: "score_rows", element: "u32", access: Access::Read });
    }
    let edits = Edits::link_scores(p, &mut io, wanted.stage);
    key.fragments.push(shader::SCORES);

    let part = Part { batch: (0, p.batch), heads: (0, p.kv_heads) };
    let outputs = Outputs::direct(p, Lse::default());
    let [q, k, ..] = tensor_views(p, &outputs);
    let grid = grid(groups, caps)?;
    let params = AttentionParams {
        grid_x: grid[0],
        // Checked by `grid`; the cells fit 32 bits by the problem or by the naive kernel.
        groups: groups as u32,
        score_rows: rows,
        ..base_params(p, &outputs, part, caps)
    };
    let mut binds =
        vec![q.bind(part, caps).0, k.bind(part, caps).0, Bind { slot: scores, offset: 0, size: 4 * cells }];
    if let (true, Some(slot)) = (weights, lse) {
        binds.push(Bind { slot, offset: 0, size: 8 * super::flash::rows(p) });
    }
    if wanted.rows.is_some() {
        binds.push(Bind { slot: Slot::Tensor(Role::ScoreRows), offset: 0, size: 4 * u64::from(rows) });
    }
    binds.extend(edits.binds(p, part, caps)?);
    plan.dispatch_bytes(key, edits.params(&params), binds, grid, caps)?;
    plan.take("scores", format!("{rows} rows of {:?} scores", wanted.stage));
    Ok(())
}

/// Scores without the attention: [`Role::Scores`] f32 `[batch, q_heads, rows, kv_len]` of an
/// [`Attention`] that asks for them. Reads queries, keys and what the stage needs; values and
/// output take no part. Logs of the weights are what a pointer network gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores(pub Attention);

impl Scores {
    /// Adds the pass that finds the log-sum-exp of every row.
    fn lse(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<Slot> {
        let p = &self.0;
        for (on, what) in [
            (p.sinks || p.denominator.is_some(), "a sink or an extra denominator"),
            (p.past_len.is_some(), "past tokens"),
        ] {
            if on {
                let what = format!("weights without attention, with {what}");
                return Err(Error::unsupported(what, "attention gives them"));
            }
        }
        statistics::record_lse(p, caps, plan)
    }
}

impl Problem for Scores {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let tensors = self.0.tensors()?;
        let wanted = self.0.scores.ok_or(Error::MissingTensor { tensor: Role::Scores })?;
        let mut plan = Plan::empty();
        let lse = if wanted.stage >= ScoreStage::Weights && self.0.q_len > 0 {
            Some(self.lse(caps, &mut plan)?)
        } else {
            None
        };
        record(&self.0, wanted, Slot::Tensor(Role::Scores), lse, caps, &mut plan)?;
        let bound = |role| {
            plan.recording.dispatches.iter().flat_map(|d| &d.binds).any(|b| b.slot == Slot::Tensor(role))
        };
        plan.tensors =
            tensors.into_iter().filter(|&(role, ..)| role == Role::Scores || bound(role)).collect();
        plan.count_bytes();
        Ok(plan)
    }
}
