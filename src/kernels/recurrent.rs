//! Linear attention token by token.

use super::io::{self, KeyIo};
use super::linear::{
    LinearParams, Views, consts, link_bonus, link_rates, link_removal, link_state, link_tokens, push,
};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Cost, Decision, Plan};
use crate::problem::LinearAttention;
use crate::record::Bind;
use crate::shader::{self, Const, ShaderKey};

/// Threads of a workgroup, and the keys that one of them keeps.
const WORKGROUP: u32 = 64;
const KEYS: u32 = 32;

/// Threads that share a value column.
fn parts_of_a_column(p: &LinearAttention) -> u32 {
    p.qk_dim.div_ceil(KEYS).next_power_of_two()
}

/// Plans the kernel; it takes every problem.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    (caps, plan): (&DeviceCaps, &mut Plan),
    why: &str,
) -> Result<()> {
    let columns = WORKGROUP / parts_of_a_column(p);
    let (key, tables) = key(p, views, caps);
    let slices = LinearParams { v_slices: p.v_dim.div_ceil(columns), ..Default::default() };
    push(p, views, &key, &tables, slices, (caps, plan))?;
    plan.cost.flops += Cost::linear(p, 0).flops / views.ways();
    plan.decisions.push(Decision {
        kernel: "recurrent".into(),
        taken: true,
        why: format!("{why}; {columns} value columns a workgroup"),
    });
    Ok(())
}

fn key(p: &LinearAttention, views: &Views, caps: &DeviceCaps) -> (ShaderKey, Vec<Bind>) {
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
    io.loads_qk_rows(views.qk_dtype, [views.q.layout, views.k.layout], p.qk_dim);
    // A thread reads one column, at any place.
    io.loads_v_rows(p.dtype, views.v.layout.at(1), p.v_dim);
    io.store(views.o_dtype, views.o.layout, p.v_dim);
    link_rates(p, views.decay_dtype, &mut io);
    link_removal(p, &mut io);
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    link_state(p, views, &mut io, &mut tables);
    link_bonus(p, &mut io, &mut tables);
    key.fragments.extend([shader::FADE_LIB, shader::RECURRENT]);
    (key, tables)
}
