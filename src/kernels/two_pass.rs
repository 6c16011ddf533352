//! Linear attention by chunks in two passes: what chunks have for themselves, all at once, then the state
//! from chunk to chunk. So what is walked is short, and all states and slices of values of it at once.

use super::cumulate;
use super::io::{self, KeyIo};
use super::linear::{LinearParams, Views, consts, link_decay, link_rates, link_state, link_tokens, push};
use super::matrix;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Plan, Policy, Tier, View};
use crate::problem::{DType, Decay, Direction, Layout, LinearAttention, StateUse, UpdateRule};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, ShaderKey};

/// Sizes of both kernels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Tokens of a chunk.
    chunk: u32,
    /// vec4 value columns of a workgroup of the second pass.
    columns4: u32,
    /// Threads of the second pass that share a sum.
    parts: u32,
}

impl Tile {
    /// Invocations of a workgroup of either pass.
    fn workgroups(self) -> [u32; 2] {
        [2 * self.chunk, self.chunk * self.parts]
    }

    /// Bytes of workgroup memory that the first pass declares at most besides its halves: of a token a row of
    /// L, or of a slice of rows and one of keys.
    fn first_bytes(self) -> u32 {
        const SLICES4: u32 = 2 * (8 + 1) + 1;
        self.chunk * (16 * (self.chunk / 4 + 1).max(SLICES4) + 12)
    }

    /// Bytes of rows and keys as matrices load them.
    fn halves_bytes(self) -> u32 {
        2 * self.chunk * 10 * 8
    }

    /// Bytes of workgroup memory, as the kernels declare it.
    fn workgroup_bytes(self, p: &LinearAttention) -> u32 {
        let parts = (self.parts - 1) * 8 * self.chunk;
        let second = 16 * (self.columns4 * (padded(p) + self.chunk) + parts);
        self.first_bytes().max(second)
    }
}

/// Rows of a state, padded to what the threads of a sum take at once.
fn padded(p: &LinearAttention) -> u32 {
    p.qk_dim.next_multiple_of(32)
}

/// vec4 of what the first pass finds for a chunk.
fn found(p: &LinearAttention, chunk: u32) -> u64 {
    let corrections = u64::from(p.rule == UpdateRule::Delta);
    let [rows, chunk, group] = [padded(p), chunk, p.group()].map(u64::from);
    chunk / 4 * ((corrections + 1) * rows + group * (rows + chunk))
}

/// Tokens of a piece that any device has room for.
const LEAST: u32 = 64;

/// Tokens that both passes take at once: many, for the first to keep a GPU busy; but no more than leave what
/// it finds as small as one state for every chunk of the whole sequence, and than one binding holds.
pub(crate) fn piece(p: &LinearAttention, caps: &DeviceCaps) -> u32 {
    const BUSY: u64 = 1 << 16;
    let states = u64::from(p.batch) * u64::from(p.state_heads());
    let [len, qk_dim, v_dim, least] = [p.len, p.qk_dim, p.v_dim, LEAST].map(u64::from);
    let found = found(p, LEAST);
    let small = len * qk_dim * v_dim / (4 * found + least * v_dim);
    let held = caps.max_binding / (16 * found * states.max(1)) * least;
    // At most BUSY.
    (BUSY / states.clamp(1, BUSY)).min(small).max(4 * least).min(held).max(least) as u32 / LEAST * LEAST
}

/// Whether the kernels know a problem's rule, and what goes with it.
///
/// # Errors
/// [`Error::Unsupported`] with what they do not know.
pub(crate) fn knows(p: &LinearAttention) -> Result<()> {
    let unknown = [
        (!matches!(p.rule, UpdateRule::Add | UpdateRule::Delta), format!("the rule {:?}", p.rule)),
        (
            !matches!(p.decay, Decay::None | Decay::PerHead | Decay::PerToken),
            format!("decays {:?}: of channels", p.decay),
        ),
        (p.normaliser.is_some(), "a normaliser".into()),
        (p.bonus, "a bonus".into()),
        (p.direction == Direction::Both, "both directions".into()),
    ];
    match unknown.into_iter().find(|(unknown, _)| *unknown) {
        Some((_, what)) => Err(Error::unsupported("kernel two_pass", what)),
        None => Ok(()),
    }
}

/// The sizes that fit a problem and a device.
///
/// # Errors
/// Those of [`knows`], and [`Error::Limit`] where no chunk fits, or for too many states or buffers.
pub(crate) fn tile(p: &LinearAttention, caps: &DeviceCaps) -> Result<Tile> {
    knows(p)?;
    let states = u64::from(p.batch) * u64::from(p.state_heads());
    let needed = 16 * found(p, LEAST) * states;
    if needed > caps.max_binding {
        let what = format!("two_pass: what {LEAST} tokens of {states} states leave, bytes in one binding");
        return Err(Error::Limit { what, needed, limit: caps.max_binding });
    }
    // Queries, keys, values, outputs and what the first pass leaves, then what a problem may have.
    let (read, written) = (p.state.reads() && p.state != StateUse::InPlace, p.state.writes());
    let more = [p.decay != Decay::None, p.ragged.is_some(), read, written];
    let (needed, limit) = (5 + more.map(u64::from).iter().sum::<u64>(), u64::from(caps.max_storage_buffers));
    if needed > limit {
        return Err(Error::Limit { what: "two_pass: storage buffers".into(), needed, limit });
    }
    let columns4 = p.v_dim.div_ceil(4).next_power_of_two().min(4);
    let chunks = [64, 32, 16].into_iter().filter(|&c| p.chunk_size.is_none_or(|wanted| c == wanted));
    let mut least = u32::MAX;
    for tile in chunks.map(|chunk| Tile { chunk, columns4, parts: 4 }) {
        let needed = tile.workgroup_bytes(p);
        if needed <= caps.workgroup_memory && tile.workgroups()[1] <= caps.max_invocations {
            return Ok(tile);
        }
        least = least.min(needed);
    }
    Err(Error::Limit {
        what: "two_pass: workgroup memory in bytes".into(),
        needed: least.into(),
        limit: caps.workgroup_memory.into(),
    })
}

/// The size of matrices and the lanes of a subgroup with which the first pass multiplies tokens with tokens,
/// or why it takes dots.
fn matrices(views: &Views, tile: Tile, (caps, policy): (&DeviceCaps, &Policy)) -> Result<[u32; 2], String> {
    if policy.max_tier != Some(Tier::Matrix) {
        return Err("only where the policy names that tier: dots were 4 to 7 % faster on an H200".into());
    }
    let [size, lanes] = matrix::units(caps, policy)?;
    let (subgroups, across) = (tile.workgroups()[0] / lanes, tile.chunk / size);
    if subgroups == 0 || (across * across) % subgroups != 0 {
        return Err(format!("{lanes} lanes for chunks of {} by matrices of {size}", tile.chunk));
    }
    if views.qk_dtype != DType::F16 && !policy.rounds_to_f16 {
        return Err(format!("inputs of {} would be rounded to f16", views.qk_dtype));
    }
    if caps.backend == "metal" {
        return Err("naga's Metal output loads no matrices by pointers to vectors".into());
    }
    let needed = tile.first_bytes() + tile.halves_bytes();
    if needed > caps.workgroup_memory {
        let has = caps.workgroup_memory;
        return Err(format!("{needed} bytes of workgroup memory, of which there are {has}"));
    }
    Ok([size, lanes])
}

/// Plans both passes, with the running sums of decays before them.
///
/// # Errors
/// Those of [`tile`], and [`Error::IndexOverflow`] for too many chunks.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    (caps, policy): (&DeviceCaps, &Policy),
    plan: &mut Plan,
) -> Result<()> {
    let tile = tile(p, caps)?;
    let chunks = p.len.div_ceil(tile.chunk).max(1);
    let views = Views { decay: cumulate::plan(p, views, tile.chunk, caps, plan)?, ..*views };
    plan.add_flops(Cost::chunked(p, tile.chunk, 0).flops / views.ways());

    let states = u64::from(p.batch) * u64::from(p.state_heads());
    let (needed, limit) = (states * u64::from(chunks) * found(p, tile.chunk), u64::from(u32::MAX));
    if needed > limit {
        return Err(Error::IndexOverflow { what: "what chunks have for themselves".into(), needed, limit });
    }
    let within = (plan.recording.scratch(16 * needed), 16 * needed);
    let mut first = views;
    let mut second = Views { beta: None, ..views };
    let (mut o_dtype, mut v_dtype) = (views.o_dtype, p.dtype);
    if p.rule == UpdateRule::Delta {
        // Updates that know nothing of the state stand for the values.
        let layout = Layout::bhnd(p.state_heads(), p.storage_len(), p.v_dim);
        let shape = [p.storage_batch(), p.state_heads(), p.storage_len(), p.v_dim];
        let slot = plan.recording.scratch(4 * layout.check("updates of chunks", shape)?);
        let updates = View { slot, layout, shape, element_bytes: 4, heads_per_head: 1, ..views.v };
        (first.o, second.v) = (updates, updates);
        (o_dtype, v_dtype) = (DType::F32, DType::F32);
    }

    let [one, two] = tile.workgroups();
    let (mut key, mut tables) =
        (base((p, &first), ("intra_chunk", one), tile, [p.dtype, o_dtype], caps), Vec::new());
    let mut io = KeyIo { key: &mut key, caps };
    link_rates(p, DType::F32, &mut io);
    link_tokens(p, &mut io, &mut tables);
    let (products, entry) = match matrices(&first, tile, (caps, policy)) {
        Ok([size, lanes]) => {
            let why = format!("products of tokens with tokens by matrices of {size}");
            plan.take("tier matrix", why);
            io.key.aliases.extend(matrix::aliases(size));
            io.key.consts.extend([("SIZE", Const::U32(size)), ("LANES", Const::U32(lanes))]);
            (io.key.needs.f16, io.key.needs.subgroups, io.key.needs.coop) = (true, true, true);
            (shader::PRODUCTS_MATRIX, shader::ENTRY_SUBGROUP)
        }
        Err(why) => {
            plan.decline("tier matrix", why);
            (shader::PRODUCTS_PLAIN, shader::ENTRY_WORKGROUP)
        }
    };
    finish(shader::INTRA_CHUNK, Access::ReadWrite, within, (&mut io, &mut tables));
    io.key.fragments.extend([products, entry]);
    let slices = LinearParams { v_slices: 1, segments: chunks, chunks, ..Default::default() };
    push(p, &first, &key, &tables, slices, (caps, plan))?;

    let (mut key, mut tables) =
        (base((p, &second), ("inter_chunk", two), tile, [v_dtype, views.o_dtype], caps), Vec::new());
    let mut io = KeyIo { key: &mut key, caps };
    link_decay(p, DType::F32, &mut io);
    link_tokens(p, &mut io, &mut tables);
    link_state(p, &second, &mut io, &mut tables);
    io.key.fragments.push(shader::STATE_COLUMNS);
    finish(shader::INTER_CHUNK, Access::Read, within, (&mut io, &mut tables));
    io.key.fragments.push(shader::ENTRY_WORKGROUP);
    let v_slices = p.v_dim.div_ceil(4 * tile.columns4);
    push(p, &second, &key, &tables, LinearParams { v_slices, chunks, ..Default::default() }, (caps, plan))?;

    plan.take(
        "two_pass",
        format!(
            "chunks of {} tokens for themselves, then {} value columns a workgroup from chunk to chunk",
            tile.chunk,
            4 * tile.columns4
        ),
    );
    Ok(())
}

/// A key with what both passes read and write: values and outputs of these types.
fn base(
    (p, views): (&LinearAttention, &Views),
    (name, workgroup): (&'static str, u32),
    tile: Tile,
    [v_dtype, o_dtype]: [DType; 2],
    caps: &DeviceCaps,
) -> ShaderKey {
    let mut key = io::empty_key(name, LinearParams::WGSL);
    key.unrolled = !caps.cpu;
    key.consts = vec![
        ("WORKGROUP", Const::U32(workgroup)),
        ("PARTS", Const::U32(tile.parts)),
        ("CHUNK", Const::U32(tile.chunk)),
        ("COLUMNS4", Const::U32(tile.columns4)),
        ("OUTPUTS", Const::Bool(views.outputs)),
    ];
    key.consts.extend(consts(p));
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk_rows(views.qk_dtype, [views.q.layout, views.k.layout], p.qk_dim);
    io.loads_v_rows(v_dtype, views.v.layout, p.v_dim);
    io.store(o_dtype, views.o.layout, p.v_dim);
    key
}

/// Links what both kernels know of chunks, where the first leaves what it found, and the kernel.
fn finish(
    kernel: shader::Fragment,
    access: Access,
    (slot, size): (Slot, u64),
    (io, tables): (&mut KeyIo<'_>, &mut Vec<Bind>),
) {
    io.key.bindings.push(Binding { name: "within", element: "vec4<f32>", access });
    tables.push(Bind { slot, offset: 0, size });
    io.zeros("removal");
    io.zeros("bonus");
    let libs = [shader::FADE_LIB, shader::CHANNELS, shader::CHUNK_LIB, shader::WITHIN];
    io.key.fragments.extend(libs.into_iter().chain([kernel]));
}
