//! Linear attention by chunks.

use super::io::{self, KeyIo};
use super::linear::{
    LinearParams, Views, consts, link_bonus, link_rates, link_removal, link_state, link_state_at,
    link_tokens, push,
};
use super::{cumulate, scan};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Plan};
use crate::problem::{DType, Decay, LinearAttention, Role, StateUse, UpdateRule};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, ShaderKey};

/// Sizes of the chunk kernel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Tokens of a chunk.
    pub(crate) chunk: u32,
    /// vec4 value columns of a workgroup.
    columns4: u32,
    /// Rows of a thread's tile.
    rows: u32,
    /// vec4 columns of a thread's tile.
    width: u32,
    workgroup: u32,
}

impl Tile {
    /// Bytes of workgroup memory, as `chunk.wgsl` declares it.
    fn workgroup_bytes(self, p: &LinearAttention) -> u32 {
        let rows = p.qk_dim.next_multiple_of(8);
        let own = (sources(p) - 1) * self.chunk;
        let momentum = match p.rule {
            UpdateRule::Momentum => rows * self.columns4 + self.chunk * kept4(p),
            _ => 0,
        };
        // The normaliser's, and two numbers with momentum.
        let steps = 1 + 2 * (p.state_parts() - 1);
        let updates = (self.chunk + 2 * own) * self.columns4 + 1;
        16 * (rows * self.columns4 + momentum + updates + self.chunk * self.chunk / 4)
            + 4 * (rows + steps * self.chunk)
    }
}

/// Rows that a token writes to the state.
fn sources(p: &LinearAttention) -> u32 {
    if p.rule == UpdateRule::RankOne { 2 } else { 1 }
}

/// vec4 of what is left of the momentum at a step: of every channel where those fade apart.
fn kept4(p: &LinearAttention) -> u32 {
    if p.decay == Decay::PerChannel { p.qk_dim.next_multiple_of(8) / 4 } else { 1 }
}

/// The largest chunk and the widest slice of values that fit the device's workgroup memory.
///
/// # Errors
/// [`Error::Limit`] if none does.
pub(crate) fn tile(p: &LinearAttention, caps: &DeviceCaps) -> Result<Tile> {
    // Chunks are short where a pair costs an exponential a channel, and where processors were faster by
    // them: 1.6 times with momentum, whose pairs have weights of their own, and 1.2 times by sums.
    let measured = caps.cpu && matches!(p.rule, UpdateRule::Momentum | UpdateRule::Add);
    let short = p.decay == Decay::PerChannel || measured;
    let wanted = p.chunk_size.unwrap_or(if short { 16 } else { 32 });
    // A processor computes as fast as it avoids loads; a GPU wants many small workgroups.
    let (rows, width, workgroup, widest) = if caps.cpu { (8, 2, 32, 32) } else { (4, 1, 64, 8) };
    let widest = p.v_dim.div_ceil(4).next_power_of_two().clamp(width, widest);
    let tile = |chunk, columns4: u32| {
        // A row of tiles for a workgroup of whole subgroups of eight: 1.2 to 1.8 times as fast where what
        // its threads share is loaded once.
        let owned = caps.cpu && caps.shared_loads && columns4 >= 8;
        let width = if owned { (columns4 / 8).min(2) } else { width };
        Tile { chunk, columns4, rows, width, workgroup: if owned { columns4 / width } else { workgroup } }
    };
    let chunks = [64, 32, 16].into_iter().filter(|&c| c == wanted || (p.chunk_size.is_none() && c < wanted));
    let mut least = u32::MAX;
    for chunk in chunks {
        let mut columns4 = widest;
        while columns4 >= width.max(widest.min(4)) {
            let needed = tile(chunk, columns4).workgroup_bytes(p);
            if needed <= caps.workgroup_memory {
                return Ok(tile(chunk, columns4));
            }
            least = least.min(needed);
            columns4 /= 2;
        }
    }
    Err(Error::Limit {
        what: "chunk: workgroup memory in bytes".into(),
        needed: least.into(),
        limit: caps.workgroup_memory.into(),
    })
}

/// Segments that keep the device busy where states and slices of values alone would not. Their work is
/// that of two walks; by rules that read the state that of three, transitions of `qk_dim` columns among
/// them. A processor of two cores took 2.5 times as long by those, so that they are split on GPUs only,
/// and where at least five sixths would idle.
pub(crate) fn segments(p: &LinearAttention, caps: &DeviceCaps) -> u32 {
    let Ok(tile) = tile(p, caps) else {
        return 1;
    };
    let states = u64::from(p.batch) * u64::from(p.state_heads());
    let groups = states * u64::from(p.v_dim.div_ceil(4 * tile.columns4));
    let (busy, idle): (u64, u64) = match (caps.cpu, p.rule) {
        (true, UpdateRule::Add) => (8, 2),
        (true, _) => return 1,
        (false, UpdateRule::Add) => (512, 2),
        (false, _) => (512, 6),
    };
    if groups * idle > busy {
        return 1;
    }
    // At most 64, and four chunks each at least.
    (busy.div_ceil(groups.max(1)).min(64) as u32).min(p.len.div_ceil(tile.chunk) / 4).max(1)
}

/// Plans the kernel over `segments` of the sequence, with the running sums of decays before it.
///
/// # Errors
/// [`Error::Limit`] where no tile fits, [`Error::IndexOverflow`] for too many segments.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    (caps, plan): (&DeviceCaps, &mut Plan),
    segments: u32,
) -> Result<()> {
    let tile = tile(p, caps)?;
    let chunks = p.len.div_ceil(tile.chunk).max(1);
    // No segment is empty but for short sequences of a ragged batch.
    let per_segment = chunks.div_ceil(segments.clamp(1, chunks));
    let segments = chunks.div_ceil(per_segment);
    let views = &Views { decay: cumulate::plan(p, views, tile.chunk, caps, plan)?, ..*views };
    let slices = LinearParams {
        v_slices: p.v_dim.div_ceil(4 * tile.columns4),
        segments,
        segment_len: per_segment * tile.chunk,
        ..Default::default()
    };
    plan.add_flops(Cost::chunked(p, tile.chunk, 0).flops / views.ways());
    if segments == 1 {
        let (key, tables) = key((p, views), tile, caps, States::Callers);
        push(p, views, &key, &tables, slices, (caps, plan))?;
    } else {
        split(p, tile, views, slices, (caps, plan))?;
    }
    let columns = 4 * tile.columns4;
    plan.take("chunk", format!("chunks of {} tokens, {columns} value columns a workgroup", tile.chunk));
    let why = match segments {
        1 => "the states alone fill the device, or the tokens are few".into(),
        _ => format!("{segments} segments: the states alone would leave the device idle"),
    };
    plan.decide("chunk_split", segments > 1, why);
    Ok(())
}

/// What segments add, a scan over them, then outputs: all segments at once. Where the rule reads the
/// state, what segments make of the identity too.
fn split(
    p: &LinearAttention,
    tile: Tile,
    views: &Views,
    slices: LinearParams,
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<()> {
    let place = |p: &LinearAttention, plan: &mut Plan| {
        let (needed, limit) = (p.state_elements() * u64::from(slices.segments), u64::from(u32::MAX));
        if needed > limit {
            return Err(Error::IndexOverflow { what: "states of segments".into(), needed, limit });
        }
        Ok((plan.recording.scratch(4 * needed), 4 * needed))
    };
    let states = place(p, plan)?;
    let (adds, tables) = key((p, views), tile, caps, States::Segments(StateUse::Out, states));
    push(p, views, &adds, &tables, slices, (caps, plan))?;
    let units = LinearAttention { v_dim: (p.state_parts() * p.qk_dim).next_multiple_of(4), ..p.clone() };
    let mut transitions = None;
    if p.rule != UpdateRule::Add {
        let slot = place(&units, plan)?;
        let (walk, tables) = key((&units, views), tile, caps, States::Units(slot));
        let slices = LinearParams { v_slices: units.v_dim.div_ceil(4 * tile.columns4), ..slices };
        push(&units, views, &walk, &tables, slices, (caps, plan))?;
        transitions = Some((&units, slot.0));
    }
    scan::plan(p, tile.chunk, views, states.0, transitions, slices, (caps, plan))?;
    if !views.outputs {
        return Ok(());
    }
    let (outputs, tables) = key((p, views), tile, caps, States::Segments(StateUse::In, states));
    push(p, views, &outputs, &tables, slices, (caps, plan))
}

/// Where a walk has its states from: the caller; segments, of which it reads or writes those in this
/// scratch memory; or it makes of the identity what it writes there.
#[derive(Debug, Clone, Copy)]
enum States {
    Callers,
    Segments(StateUse, (Slot, u64)),
    Units((Slot, u64)),
}

/// The key of a walk.
fn key(
    (p, views): (&LinearAttention, &Views),
    tile: Tile,
    caps: &DeviceCaps,
    states: States,
) -> (ShaderKey, Vec<Bind>) {
    let mut key = io::empty_key("chunk", LinearParams::WGSL);
    let outputs = match states {
        States::Callers => views.outputs,
        States::Segments(state, _) => state.reads(),
        States::Units(_) => false,
    };
    key.consts = vec![
        ("WORKGROUP", Const::U32(tile.workgroup)),
        ("CHUNK", Const::U32(tile.chunk)),
        ("COLUMNS4", Const::U32(tile.columns4)),
        ("ROWS", Const::U32(tile.rows)),
        ("WIDTH", Const::U32(tile.width)),
        ("OUTPUTS", Const::Bool(outputs)),
        ("VALUES", Const::Bool(!matches!(states, States::Units(_)))),
        ("SOURCES", Const::U32(sources(p))),
        ("KEPT4", Const::U32(kept4(p))),
    ];
    key.consts.extend(consts(p));
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk_rows(views.qk_dtype, [views.q.layout, views.k.layout], p.qk_dim);
    io.loads_v_rows(p.dtype, views.v.layout, p.v_dim);
    io.store(views.o_dtype, views.o.layout, p.v_dim);
    // Running sums are f32 whatever the decays are.
    link_rates(p, DType::F32, &mut io);
    link_removal(p, &mut io);
    let mut tables = Vec::new();
    link_tokens(p, &mut io, &mut tables);
    match states {
        States::Callers => link_state(p, views, &mut io, &mut tables),
        States::Segments(state, (slot, size)) => {
            link_state_at(state, [slot, slot], size, &mut io, &mut tables);
        }
        States::Units((slot, size)) => {
            io.key.fragments.extend([shader::STATE_UNIT, shader::STATE_OUT]);
            let name = Role::StateOut.name();
            io.key.bindings.push(Binding { name, element: "f32", access: Access::ReadWrite });
            tables.push(Bind { slot, offset: 0, size });
        }
    }
    link_bonus(p, &mut io, &mut tables);
    let updates = if p.rule == UpdateRule::Add { shader::DELTA_NONE } else { shader::DELTA };
    let parts = match p.rule {
        UpdateRule::Momentum => {
            [shader::GRAM_MOMENTUM, shader::HELD_MOMENTUM, shader::UPDATE_MOMENTUM, shader::MOMENTUM]
        }
        _ => [shader::GRAM, shader::HELD, shader::UPDATE, shader::MOMENTUM_NONE],
    };
    key.fragments.extend([shader::FADE_LIB, shader::CHANNELS, shader::CHUNK_LIB, shader::STATE_COLUMNS]);
    key.fragments.extend([shader::TILES, updates]);
    key.fragments.extend(parts);
    key.fragments.extend([shader::CHUNK, shader::ENTRY_WORKGROUP]);
    (key, tables)
}
