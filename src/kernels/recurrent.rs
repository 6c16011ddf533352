//! Linear attention token by token.

use super::attention::check_bindings;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, consts, link_bonus, link_rates, link_state, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Decision, Plan, grid};
use crate::problem::LinearAttention;
use crate::record::{Bind, Dispatch};
use crate::shader::{self, Const, ShaderKey};

/// Threads of a workgroup, and the keys that one of them keeps.
const WORKGROUP: u32 = 64;
const KEYS: u32 = 32;

/// Threads that share a value column.
fn parts_of_a_column(p: &LinearAttention) -> u32 {
    p.qk_dim.div_ceil(KEYS).next_power_of_two()
}

/// Plans the kernel; it takes every problem.
pub(crate) fn plan(p: &LinearAttention, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
    let views = Views::direct(p);
    let (key, tables) = key(p, caps);
    check_bindings(&key, caps)?;
    let columns = WORKGROUP / parts_of_a_column(p);
    let v_slices = p.v_dim.div_ceil(columns);
    for part in views.parts(p, caps)? {
        let heads = u64::from(part.heads.1 - part.heads.0);
        let entries = u64::from(part.batch.1 - part.batch.0);
        let groups = heads * entries * u64::from(v_slices);
        let grid = grid(groups, caps)?;
        let params = LinearParams {
            // At most u32::MAX, or `grid` had refused.
            groups: groups as u32,
            grid_x: grid[0],
            v_slices,
            ..views.params(p, part, caps)
        };
        let tokens = [Some(&views.q), Some(&views.k), Some(&views.v), Some(&views.o)];
        let rates = [views.decay.as_ref(), views.beta.as_ref()];
        let mut binds: Vec<Bind> =
            tokens.into_iter().chain(rates).flatten().map(|v| v.bind(part, caps).0).collect();
        binds.extend(&tables);
        super::check_binds(&key, &binds, caps)?;
        plan.recording.dispatches.push(Dispatch {
            key: key.clone(),
            params: bytemuck::bytes_of(&params).to_vec(),
            binds,
            grid,
        });
    }
    plan.decisions.push(Decision {
        kernel: "recurrent".into(),
        taken: true,
        why: format!("{} tokens one by one, {columns} value columns a workgroup", p.len),
    });
    Ok(())
}

fn key(p: &LinearAttention, caps: &DeviceCaps) -> (ShaderKey, Vec<Bind>) {
    let mut key = io::empty_key("recurrent", LinearParams::WGSL);
    let parts = parts_of_a_column(p);
    key.consts = vec![
        ("WORKGROUP", Const::U32(WORKGROUP)),
        ("COLUMNS", Const::U32(WORKGROUP / parts)),
        ("PARTS", Const::U32(parts)),
        ("KEYS4", Const::U32(p.qk_dim.div_ceil(parts).div_ceil(4))),
    ];
    key.consts.extend(consts(p));
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk_rows(p.dtype, [p.q_layout, p.k_layout], p.qk_dim);
    // A thread reads one column, at any place.
    io.loads_v_rows(p.dtype, p.v_layout.at(1), p.v_dim);
    io.store(p.out_dtype, p.o_layout, p.v_dim);
    link_rates(p, &mut io);
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    link_state(p, &mut io, &mut tables);
    link_bonus(p, &mut io, &mut tables);
    key.fragments.push(shader::RECURRENT);
    (key, tables)
}
