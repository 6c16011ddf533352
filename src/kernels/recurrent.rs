//! Linear attention token by token.

use super::flash::no_lanes;
use super::io::{self, KeyIo};
use super::linear::{
    LinearParams, Views, consts, link_bonus, link_rates, link_removal, link_state, link_tokens, push,
};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Plan, Policy};
use crate::problem::{Decay, Layout, LinearAttention, UpdateRule};
use crate::record::Bind;
use crate::shader::{self, Const, ShaderKey};

/// Threads of a workgroup, and the rows of a column that one of them keeps.
pub(super) const WORKGROUP: u32 = 64;
const KEYS: u32 = 32;

/// Numbers of a state that a thread is to keep where lanes share columns.
const KEPT: u32 = 32;

/// Numbers that a thread may keep there in all, the rows of a token and of the next one among them: an NVIDIA
/// GPU's has 255 registers.
const REGISTERS: u32 = 224;

/// Threads that own four columns each: they are few, so that few states still keep a device busy.
pub(super) const OWNERS: u32 = 8;

/// Bytes that a thread's columns may take: WGSL guarantees 8 KiB for all variables of a function.
const OWNED: u32 = 7 << 10;

/// How a state lies over threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Parts of a column a thread, for GPUs.
    Parts,
    /// Whole columns a thread, for processors.
    Columns,
    /// Four columns for so many lanes of a subgroup, for GPUs that have such.
    Lanes(u32),
}

impl Form {
    /// The kernel's name.
    fn name(self) -> &'static str {
        match self {
            Self::Parts => "recurrent",
            Self::Columns => "recurrent_columns",
            Self::Lanes(_) => "recurrent_lanes",
        }
    }
}

/// Threads that share a value column.
fn parts_of_a_column(p: &LinearAttention) -> u32 {
    p.qk_dim.div_ceil(KEYS).next_power_of_two()
}

/// Whether a thread may own columns of this problem's states.
///
/// # Errors
/// [`Error::Limit`] if they are too long.
pub(crate) fn owns_columns(p: &LinearAttention) -> Result<()> {
    // Four numbers a row of every state, and a sum of keys.
    let needed = 4 * p.qk_dim.next_multiple_of(4) * (4 * p.state_parts() + 1);
    if needed > OWNED {
        return Err(Error::Limit {
            what: "recurrent_columns: bytes of a thread's columns".into(),
            needed: needed.into(),
            limit: OWNED.into(),
        });
    }
    Ok(())
}

/// Lanes of a subgroup that share so many numbers of states.
pub(super) fn sharing(numbers: u32, caps: &DeviceCaps) -> u32 {
    let least = caps.subgroups.map_or(1, |(least, _)| least);
    numbers.div_ceil(KEPT).next_power_of_two().min(least)
}

/// The form whose lanes share columns.
///
/// # Errors
/// [`Error::Unsupported`] without subgroups, [`Error::Limit`] if so many lanes as a subgroup has cannot hold
/// the columns.
pub(crate) fn lanes(p: &LinearAttention, caps: &DeviceCaps, policy: &Policy) -> Result<Form> {
    if let Some(why) = no_lanes(WORKGROUP, caps, policy) {
        return Err(Error::unsupported("kernel recurrent_lanes", why));
    }
    let numbers = 4 * p.qk_dim * p.state_parts();
    let lanes = sharing(numbers, caps);
    // For every row of a thread: four columns of each state, a sum of keys, and what goes with two tokens.
    let [channels, rank_one] = [p.decay == Decay::PerChannel, p.rule == UpdateRule::RankOne].map(u32::from);
    let tokens = 2 * (2 + channels + 2 * rank_one);
    let a_row = 4 * p.state_parts() + u32::from(p.normaliser.is_some()) + tokens;
    let needed = a_row * p.qk_dim.div_ceil(lanes).next_multiple_of(4);
    if needed > REGISTERS {
        let what = "recurrent_lanes: numbers that a thread keeps".into();
        return Err(Error::Limit { what, needed: needed.into(), limit: REGISTERS.into() });
    }
    Ok(Form::Lanes(lanes))
}

/// Plans the kernel; by parts it takes every problem.
///
/// # Errors
/// [`Error::Limit`] where columns are too long for a thread.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    form: Form,
    (caps, plan): (&DeviceCaps, &mut Plan),
    why: &str,
) -> Result<()> {
    let columns = match form {
        Form::Parts => WORKGROUP / parts_of_a_column(p),
        Form::Columns => {
            owns_columns(p)?;
            4 * OWNERS
        }
        Form::Lanes(lanes) => 4 * (WORKGROUP / lanes),
    };
    caps.check_rounds(form.name(), u64::from(p.len) * (u64::from(p.group()) + 1))?;
    let (key, tables) = key(p, views, form, caps);
    let slices = LinearParams { v_slices: p.v_dim.div_ceil(columns), ..Default::default() };
    push(p, views, &key, &tables, slices, (caps, plan))?;
    plan.add_flops(Cost::linear(p, 0).flops / views.ways());
    plan.take(form.name(), format!("{why}; {columns} value columns a workgroup"));
    Ok(())
}

fn key(p: &LinearAttention, views: &Views, form: Form, caps: &DeviceCaps) -> (ShaderKey, Vec<Bind>) {
    let mut key = io::empty_key(form.name(), LinearParams::WGSL);
    let parts = parts_of_a_column(p);
    key.consts = match form {
        Form::Parts => vec![
            ("WORKGROUP", Const::U32(WORKGROUP)),
            ("COLUMNS", Const::U32(WORKGROUP / parts)),
            ("PARTS", Const::U32(parts)),
            ("KEYS4", Const::U32(p.qk_dim.div_ceil(parts).div_ceil(4))),
        ],
        Form::Columns => vec![("WORKGROUP", Const::U32(OWNERS)), ("PARTS", Const::U32(1))],
        Form::Lanes(lanes) => vec![("WORKGROUP", Const::U32(WORKGROUP)), ("PARTS", Const::U32(lanes))],
    };
    key.needs.subgroups = matches!(form, Form::Lanes(_));
    key.unrolled = key.needs.subgroups && !caps.cpu;
    key.consts.extend(consts(p));
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk_rows(views.qk_dtype, [views.q.layout, views.k.layout], p.qk_dim);
    // A thread reads one column, at any place, or four of its own.
    let v_layout = match form {
        Form::Parts => Layout { offset: 1, ..views.v.layout },
        Form::Columns | Form::Lanes(_) => views.v.layout,
    };
    io.loads_v_rows(p.dtype, v_layout, p.v_dim);
    io.store(views.o_dtype, views.o.layout, p.v_dim);
    link_rates(p, views.decay_dtype, &mut io);
    link_removal(p, &mut io);
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    link_state(p, views, &mut io, &mut tables);
    link_bonus(p, &mut io, &mut tables);
    key.fragments.extend([shader::FADE_LIB, shader::CHANNELS]);
    let columns =
        |shared, rows, entry| vec![shader::STATE_COLUMNS, shared, rows, shader::RECURRENT_COLUMNS, entry];
    key.fragments.extend(match form {
        Form::Parts => vec![shader::RECURRENT, shader::ENTRY_WORKGROUP],
        Form::Columns => columns(shader::COLUMNS_WHOLE, shader::ROWS_HERE, shader::ENTRY_WORKGROUP),
        Form::Lanes(_) => columns(shader::COLUMNS_SHARED, shader::ROWS_AHEAD, shader::ENTRY_SUBGROUP),
    });
    (key, tables)
}
