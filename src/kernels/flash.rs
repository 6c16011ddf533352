//! Tiled attention with an online softmax, and its split over keys.

use super::attention::{AttentionParams, Edits, Lse, Outputs, base_params, cuts, tensor_views};
use super::io::{self, KeyIo};
use super::matrix::{self, Strips};
use super::{merge, statistics, weights};
use crate::device::{DeviceCaps, PROCESSOR_GROUPS};
use crate::error::{Error, Result};
use crate::plan::{Decision, Plan, Policy, Tier, TileShape, grid};
use crate::problem::{Attention, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Const, HookKind, ShaderKey};

/// The work of a workgroup: which rows and keys, and by which threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tile {
    /// `flash.wgsl`.
    Blocks(Blocks),
    /// `flash_rows.wgsl`: `threads` with `rq` rows each and all keys of a tile.
    Rows { threads: u32, rq: u32, keys: u32, form: RowsForm },
    /// `flash_matrix.wgsl`: strips of rows, four cooperative matrices of keys.
    Matrix(Strips),
}

/// Threads form [`TX`] by `ty`, each with `rq` rows and `fours` times four keys of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Blocks {
    ty: u32,
    rq: u32,
    fours: u32,
}

/// Threads that share a row.
const TX: u32 = 8;

impl Blocks {
    fn block_k(self) -> u32 {
        4 * TX * self.fours
    }

    /// vec4 columns of values a thread: together, and how many times. As many together as leave a part of the
    /// keys four.
    fn columns(p: &Attention) -> [u32; 2] {
        let chunks = p.v_dim.div_ceil(4 * TX);
        let groups = chunks.div_ceil(TX);
        [chunks.div_ceil(groups), groups]
    }

    /// Keys whose values fit where TX vec4 columns of a tile's keys were, rows padded by one.
    fn part(self, p: &Attention) -> u32 {
        let row = Self::columns(p)[0] * TX;
        let mut part = 4 * TX;
        while part * row > self.block_k() * (TX + 1) {
            part /= 2;
        }
        part
    }
}

/// How whole rows attend to a tile, see `shaders/rows/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowsForm {
    /// A few keys at a time, each read once for all lanes.
    Keys,
    /// A key a lane.
    Lanes,
    /// Four keys, a feature after the other.
    Features,
}

/// Lanes of a subgroup of [`RowsForm::Lanes`].
const LANES: u32 = 8;

impl RowsForm {
    fn of(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Self {
        let widest = p.qk_dim.max(p.v_dim);
        // Browsers do not see that a subgroup goes together.
        let native = caps.backend != wgpu::Backend::BrowserWebGpu.to_str();
        let eight = caps.subgroups == Some((LANES, LANES)) && no_subgroups(caps, policy).is_none();
        // Of all rows, so that lists give the bits of dense attention.
        match caps.rows_by_keys(u64::from(p.q_len) * u64::from(p.pack()), widest) {
            true => Self::Keys,
            // Wider rows take LLVM 15 more than half a minute.
            false if caps.cpu && native && eight && widest <= 128 => Self::Lanes,
            false => Self::Features,
        }
    }
}

impl TileShape {
    /// All that may be asked for: with 32 keys or more of `flash`, the others of `flash_rows`.
    pub const ALL: [Self; 22] = [
        Self::new(64, 16, 32),
        Self::new(64, 32, 32),
        Self::new(64, 64, 32),
        Self::new(128, 32, 64),
        Self::new(128, 64, 32),
        Self::new(128, 64, 64),
        Self::new(256, 64, 64),
        Self::new(256, 128, 32),
        Self::new(16, 128, 16),
        Self::new(32, 64, 8),
        Self::new(32, 128, 8),
        Self::new(64, 128, 4),
        Self::new(64, 192, 4),
        Self::new(64, 256, 4),
        Self::new(64, 256, 8),
        Self::new(64, 256, 16),
        Self::new(128, 256, 4),
        Self::new(128, 384, 4),
        Self::new(128, 512, 4),
        Self::new(128, 512, 8),
        Self::new(256, 768, 4),
        Self::new(256, 1024, 4),
    ];

    const fn new(threads: u32, rows: u32, keys: u32) -> Self {
        Self { threads, rows, keys }
    }
}

impl Tile {
    /// The tile of a shape that the policy names.
    fn asked(shape: TileShape, p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Result<Self> {
        let TileShape { threads, rows, keys } = shape;
        let refuse = |why: String| Err(Error::unsupported(format!("tile {shape}"), why));
        if !TileShape::ALL.contains(&shape) {
            return refuse("it is not one of TileShape::ALL".into());
        }
        if p.blocks.as_ref().is_some_and(|_| p.rows_of_block() < rows.into()) {
            return refuse(format!("a block of queries has {} rows", p.rows_of_block()));
        }
        if keys >= 32 {
            let ty = threads / TX;
            return Ok(Self::Blocks(Blocks { ty, rq: rows / ty, fours: keys / (4 * TX) }));
        }
        // Loops over keys, rows and features are unrolled: the default tiles have no longer ones.
        let (rq, widest) = (rows / threads, p.qk_dim.max(p.v_dim));
        if widest * rq > 512 || widest * keys > 1024 {
            return refuse(format!("its loops over {rq} rows and {keys} keys of {widest} are too long"));
        }
        let form = match RowsForm::of(p, caps, policy) {
            RowsForm::Lanes if keys != LANES => RowsForm::Features,
            form => form,
        };
        Ok(Self::Rows { threads, rq, keys, form })
    }

    /// Register blocks. Fewer rows a thread for wide values, so that accumulators stay in registers; on GPUs,
    /// where there are rows for them, more threads that share the keys, and more keys a thread, where a list
    /// has so many in a row.
    fn blocks(p: &Attention, caps: &DeviceCaps) -> Self {
        let rq = match p.v_dim {
            0..=128 => 4,
            129..=256 => 2,
            _ => 1,
        };
        let of = |ty, fours| Self::Blocks(Blocks { ty, rq, fours });
        let fits = |tile: Self| !caps.cpu && tile.workgroup_bytes(p) <= caps.workgroup_memory;
        let rows = p.rows_of_block();
        let in_a_row = p.blocks.as_ref().is_none_or(|list| list.block_kv >= of(8, 2).block_k());
        // As many keys for few rows as for many: lists give the bits of dense attention.
        let fours = if rows >= of(8, 2).block_q().into() && in_a_row && fits(of(16, 2)) { 2 } else { 1 };
        match of(16, fours) {
            wide if rows >= wide.block_q().into() && fits(wide) => wide,
            _ => Self::Blocks(Blocks { ty: 8, rq: fitted(rq, 8, p), fours }),
        }
    }

    /// Whole rows: head sizes whose rows unroll, and as many keys as 16 KiB hold.
    fn rows(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Option<Self> {
        let form = RowsForm::of(p, caps, policy);
        let lanes = caps.subgroups.map_or(LANES, |(least, _)| least.clamp(LANES, 16));
        // More threads share the work of staging where there is work for every core all the same, and rows
        // see most of what is staged: before and after a window of less than four tiles of rows, much is for
        // some of them only.
        let threads = |rq| {
            let wide = Self::Rows { threads: 16 * lanes, rq, keys: 4, form };
            let long = p.visibility.window_left.is_none_or(|w| w >= 4 * wide.block_q());
            if long && caps.keeps_cores_busy(row_tiles(p, wide)) { 16 * lanes } else { 8 * lanes }
        };
        let (threads, rq, keys) = match (p.qk_dim.max(p.v_dim), form) {
            // Weights of four keys fit 32 registers, and what unrolls from at most 1,536 products of vectors
            // an instruction cache of 64 KiB. Blocks of queries are rarely a multiple of three rows.
            (33..=96, RowsForm::Keys) if caps.many_registers => (threads(4), 4, 4),
            (97..=128, RowsForm::Keys) if caps.many_registers => {
                let rq = if p.blocks.is_none() { 3 } else { 2 };
                (threads(rq), rq, 4)
            }
            // Queries and outputs of four rows fit the first cache, and many threads share the work of
            // staging; eight keys a tile amortise loading and storing the outputs.
            (0..=64, RowsForm::Keys) => (64, 4, 8),
            (65..=128, RowsForm::Keys) => (64, 4, 4),
            (129..=256, RowsForm::Keys) => (64, 2, 4),
            (0..=64, RowsForm::Lanes) => (64, 4, LANES),
            (65..=128, RowsForm::Lanes) => (64, 2, LANES),
            // Eight rows share each load of a key, which costs every lane.
            (0..=64, RowsForm::Features) => (16, 8, 16),
            (65..=128, RowsForm::Features) => (32, 2, 8),
            _ => return None,
        };
        // Small blocks of queries give up threads before rows: those share the loads of keys.
        let mut threads = threads;
        while threads > 8 && u64::from(threads * rq) > p.rows_of_block() {
            threads /= 2;
        }
        Some(Self::Rows { threads, rq: fitted(rq, threads, p), keys, form })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Blocks { .. } => "flash",
            Self::Rows { .. } => "flash_rows",
            Self::Matrix(_) => "flash_matrix",
        }
    }

    fn threads(self) -> u32 {
        match self {
            Self::Blocks(b) => TX * b.ty,
            Self::Rows { threads, .. } => threads,
            Self::Matrix(strips) => strips.threads(),
        }
    }

    fn block_q(self) -> u32 {
        match self {
            Self::Blocks(b) => b.ty * b.rq,
            Self::Rows { threads, rq, .. } => threads * rq,
            Self::Matrix(strips) => strips.block_q(),
        }
    }

    fn block_k(self) -> u32 {
        match self {
            Self::Blocks(b) => b.block_k(),
            Self::Rows { keys, .. } => keys,
            Self::Matrix(strips) => strips.block_k(),
        }
    }

    /// Rounds of loops that an invocation takes for a tile of keys, but for those that end by constants a
    /// driver knows.
    fn rounds(self, p: &Attention) -> u64 {
        let rounds = match self {
            Self::Blocks(b) => {
                let parts = 4 * TX / b.part(p);
                let [together, groups] = Blocks::columns(p);
                // Counted on a driver, which writes out less of many rows: of a tile, a step, a part.
                let [tile, step, part] = match b.rq * b.fours {
                    1 => [9, 1, 1],
                    2 => [22, 1, 1],
                    n => [8 * n, TX + 2, 5],
                };
                let columns = if together * b.rq > 16 { 5 * TX * (together + 1) } else { 0 };
                // Values that are not finite are gone through once more.
                let values = b.fours * groups * (parts * part + columns + 4 * TX + 3);
                tile + p.qk_dim.div_ceil(4 * TX) * step + values
            }
            Self::Rows { threads, keys, .. } => staging_rounds(p, keys, threads),
            Self::Matrix(_) => 0,
        };
        // The next tile is asked for too where its keys are loaded ahead.
        let asked = if matches!(self, Self::Blocks(_)) { 2 } else { 1 };
        let queries = p.q_len.min(self.block_q().div_ceil(p.pack()) + 1);
        u64::from(rounds) + asked * p.table_rounds(queries, self.block_k(), p.pack())
    }

    /// Bytes of workgroup memory, as the kernels declare it.
    pub(crate) fn workgroup_bytes(self, p: &Attention) -> u32 {
        match self {
            Self::Blocks(_) => {
                16 * (TX + 1) * (self.block_q() + self.block_k()) + 4 * self.block_q() * TX + 4
            }
            Self::Rows { keys, .. } => 16 * keys * (p.qk_dim.div_ceil(4) + p.v_dim.div_ceil(4)) + 4,
            Self::Matrix(strips) => strips.workgroup_bytes(),
        }
    }

    fn consts(self, p: &Attention) -> Vec<(&'static str, Const)> {
        let mut own = match self {
            Self::Blocks(b) => {
                let [together, groups] = Blocks::columns(p);
                vec![
                    ("TX", TX),
                    ("TY", b.ty),
                    ("RQ", b.rq),
                    ("K_FOURS", b.fours),
                    ("QK_CHUNKS", p.qk_dim.div_ceil(4 * TX)),
                    ("V_CHUNKS", together),
                    ("V_GROUPS", groups),
                    ("PART", b.part(p)),
                ]
            }
            Self::Rows { rq, .. } => vec![("RQ", rq)],
            Self::Matrix(strips) => strips.consts(),
        };
        own.extend([
            ("WORKGROUP", self.threads()),
            ("BLOCK_Q", self.block_q()),
            ("BLOCK_K", self.block_k()),
            ("QK_DIM", p.qk_dim),
            ("V_DIM", p.v_dim),
        ]);
        own.into_iter().map(|(name, n)| (name, Const::U32(n))).collect()
    }
}

/// Rounds of a tile of `rows` keys and values, or queries and gradients, that threads of whole rows stage.
pub(super) fn staging_rounds(p: &Attention, rows: u32, threads: u32) -> u32 {
    let staged = |dim: u32| (rows * dim.div_ceil(4)).div_ceil(threads);
    3 + staged(p.qk_dim) + staged(p.v_dim)
}

/// FLOPs of a call from which whole rows pay: their loops unroll into a shader that older software
/// drivers compile for seconds.
const ROWS_WORTH: u64 = 500_000_000;

/// Rows a thread: `most`, or a smaller power of two where `threads` of them outgrow a block of queries.
fn fitted(most: u32, threads: u32, p: &Attention) -> u32 {
    let rows = p.rows_of_block();
    let mut rq = most;
    while rq > 1 && u64::from(threads * rq) > rows {
        rq = rq.next_power_of_two() / 2;
    }
    rq
}

/// Cooperative matrices, if the policy asks for them or the device is likely to gain, or why not.
fn choose_matrix(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Result<(Tile, String), String> {
    let forced = policy.kernel.as_deref();
    let strips = Strips::of(p, caps, policy)?;
    let tile = Tile::Matrix(strips);
    let rows = p.rows_of_block();
    match forced {
        _ if policy.tile.is_some() => Err("a tile of another kernel was asked for".into()),
        Some("flash_matrix") => Ok((tile, "asked for".into())),
        Some(other) => Err(format!("{other} was asked for")),
        None if caps.cpu => Err("a processor has no matrix units of its own".into()),
        None if 2 * rows < u64::from(strips.size) => {
            Err(format!("{rows} rows do not fill half a strip of {}", strips.size))
        }
        None if strips.workgroup_bytes() > caps.workgroup_memory => {
            let (needed, has) = (strips.workgroup_bytes(), caps.workgroup_memory);
            Err(format!("{needed} bytes of workgroup memory, of which there are {has}"))
        }
        None => Ok((tile, "f16 products with f32 sums on matrix units".into())),
    }
}

/// Chooses the tile and says why.
fn choose(
    p: &Attention,
    caps: &DeviceCaps,
    policy: &Policy,
    flops: u64,
    decisions: &mut Vec<Decision>,
) -> Result<Tile> {
    let forced = policy.kernel.as_deref();
    let (tile, why) = match choose_matrix(p, caps, policy) {
        Ok(chosen) => chosen,
        Err(why) if forced == Some("flash_matrix") => {
            return Err(Error::unsupported("kernel flash_matrix", why));
        }
        Err(why) => {
            decisions.push(Decision { kernel: "flash_matrix".into(), taken: false, why });
            choose_plain(p, caps, policy, flops, decisions)?
        }
    };
    for (what, needed, limit) in [
        ("workgroup memory in bytes", tile.workgroup_bytes(p), caps.workgroup_memory),
        ("invocations of a workgroup", tile.threads(), caps.max_invocations),
    ] {
        if needed > limit {
            let what = format!("{}: {what}", tile.name());
            return Err(Error::Limit { what, needed: needed.into(), limit: limit.into() });
        }
    }
    let shape = format!("{} rows x {} keys a tile", tile.block_q(), tile.block_k());
    decisions.push(Decision { kernel: tile.name().into(), taken: true, why: format!("{shape}: {why}") });
    Ok(tile)
}

/// Chooses among the tiles without matrices.
fn choose_plain(
    p: &Attention,
    caps: &DeviceCaps,
    policy: &Policy,
    flops: u64,
    decisions: &mut Vec<Decision>,
) -> Result<(Tile, String)> {
    let rows = p.rows_of_block();
    let asked = policy.tile.map(|shape| Tile::asked(shape, p, caps, policy)).transpose()?;
    let kernel = policy.kernel.as_deref();
    if let (Some(shape), Some(tile), Some(kernel)) = (policy.tile, asked, kernel)
        && kernel != tile.name()
    {
        let why = format!("it is one of {}", tile.name());
        return Err(Error::unsupported(format!("tile {shape} of kernel {kernel}"), why));
    }
    let forced = asked.map(Tile::name).or(kernel);
    let whole_rows = asked.filter(|t| matches!(t, Tile::Rows { .. })).or_else(|| Tile::rows(p, caps, policy));
    let reason = match whole_rows {
        None => {
            let most = if caps.shared_loads { 256 } else { 128 };
            Err(format!("head sizes {} and {} are over {most}", p.qk_dim, p.v_dim))
        }
        Some(_) if forced == Some("flash") => Err("flash was asked for".into()),
        Some(tile) if forced == Some("flash_rows") => Ok((tile, "asked for".to_string())),
        Some(_) if !caps.cpu => Err("a GPU has too few registers for whole rows".into()),
        // A row a thread makes a small shader, which few rows are worth: decoding.
        Some(tile @ Tile::Rows { rq: 1, form: RowsForm::Keys, .. }) => {
            Ok((tile, "few rows, and lanes share every key they load".to_string()))
        }
        Some(tile) if rows < u64::from(tile.block_q()) => {
            Err(format!("{rows} rows do not fill a tile of {}", tile.block_q()))
        }
        Some(_) if flops < ROWS_WORTH => {
            Err(format!("{flops} FLOPs are too few for a shader that takes seconds to compile"))
        }
        Some(tile) => Ok((tile, "lanes of a processor share every key they load".to_string())),
    };
    match reason {
        Ok(chosen) => {
            let taken = Decision { kernel: "flash".into(), taken: false, why: "flash_rows was taken".into() };
            decisions.push(taken);
            Ok(chosen)
        }
        Err(why) if forced == Some("flash_rows") => Err(Error::unsupported("kernel flash_rows", why)),
        Err(why) => {
            decisions.push(Decision { kernel: "flash_rows".into(), taken: false, why });
            Ok((asked.unwrap_or_else(|| Tile::blocks(p, caps)), "runs everywhere".to_string()))
        }
    }
}

/// Why subgroup operations are not to be used, if so.
fn no_subgroups(caps: &DeviceCaps, policy: &Policy) -> Option<String> {
    match caps.subgroups {
        None => Some("the device has no subgroup operations".into()),
        _ if policy.max_tier.is_some_and(|t| t < Tier::Subgroup) => {
            Some("the policy allows plain WGSL only".into())
        }
        _ => caps.declined(Tier::Subgroup).map(Into::into),
    }
}

/// Why threads are not numbered along subgroups, if so.
pub(crate) fn no_lanes(threads: u32, caps: &DeviceCaps, policy: &Policy) -> Option<String> {
    no_subgroups(caps, policy).or_else(|| {
        let (min, max) = caps.subgroups?;
        let tiled = min.is_power_of_two() && max.is_power_of_two() && threads.is_multiple_of(max);
        (!tiled).then(|| format!("subgroups of {min} to {max} do not tile {threads} threads"))
    })
}

/// Chooses how rows are reduced, or threads numbered, and says why.
fn tier(tile: Tile, caps: &DeviceCaps, policy: &Policy, decisions: &mut Vec<Decision>) -> Tier {
    let refusal = match tile {
        Tile::Matrix(_) => return Tier::Matrix,
        Tile::Rows { form: RowsForm::Lanes, .. } => no_subgroups(caps, policy),
        Tile::Rows { form: RowsForm::Features, .. } => {
            no_subgroups(caps, policy).or_else(|| Some("whole rows need no reduction".into()))
        }
        _ => no_lanes(tile.threads(), caps, policy),
    };
    let taken = refusal.is_none();
    let why = refusal.unwrap_or_else(|| match tile {
        Tile::Rows { form: RowsForm::Lanes, .. } => "each lane loads a key for all".into(),
        Tile::Rows { .. } => "threads numbered by their lanes".into(),
        _ => "row maxima and sums by shuffles".into(),
    });
    decisions.push(Decision { kernel: "tier subgroup".into(), taken, why });
    if taken { Tier::Subgroup } else { Tier::Plain }
}

/// Plans the tiled kernel, split over the keys where the rows alone are too few.
pub(crate) fn plan(
    p: &Attention,
    lse: Lse,
    caps: &DeviceCaps,
    policy: &Policy,
    plan: &mut Plan,
) -> Result<()> {
    let tile = choose(p, caps, policy, plan.cost.flops, &mut plan.decisions)?;
    let tier = tier(tile, caps, policy, &mut plan.decisions);
    let mean = weights::merges_by_mass(p);
    // A hook on the output wants whole rows.
    let whole = mean.is_none() || p.hook_of(HookKind::OutMod).is_some();
    let splits = match policy.splits {
        Some(n) if whole && n > 1 => {
            return Err(Error::unsupported(
                format!("{n} splits of weights normalised by {:?}, or with an out_mod", p.normaliser),
                "partial results do not merge",
            ));
        }
        _ if whole => 1,
        _ => splits(p, tile, caps, policy),
    };
    let stats = statistics::record(p, caps, plan)?;
    let (outputs, merge) = if splits > 1 {
        let (outputs, merge, slots) = Outputs::partial(p, splits, lse.whole.is_some(), &mut plan.recording);
        (outputs, Some((merge, slots)))
    } else {
        (Outputs::direct(p, lse), None)
    };
    let form = Form { tile, tier, given: None, stats };
    let cuts = pass(p, form, &outputs, caps, plan)?;
    let why = match splits {
        1 => format!("the rows alone fill the device, or the keys are few; {cuts} part(s) of the batch"),
        _ => format!("{splits} parts of the keys: the row tiles alone would leave the device idle"),
    };
    plan.decide("split", splits > 1, why);
    plan.decline("naive", "needs memory for every pair; only on demand");
    if let Some((merge, slots)) = merge {
        let packed = p.ragged.map(|_| [p.batch, p.q_len]);
        let form = merge::Form { mean: mean.unwrap_or(true), parts: true, packed };
        merge.record(form, slots, lse, caps, plan)?;
    }
    if p.hook_of(HookKind::ProbMod).is_some() {
        // The weights are known now; this pass changes each and sums the values again.
        let form = Form { given: lse.parts, ..form };
        pass(p, form, &Outputs::direct(p, Lse::default()), caps, plan)?;
        plan.take("prob_mod", "a second pass, from the log-sum-exp");
    }
    Ok(())
}

/// A tiled kernel, as one pass uses it.
#[derive(Debug, Clone, Copy)]
struct Form {
    tile: Tile,
    tier: Tier,
    /// The log-sum-exp that an earlier pass found; `None` to find it.
    given: Option<Slot>,
    /// Numbers of rows or columns that the weights need.
    stats: Option<Slot>,
}

/// Adds one pass over all rows and keys; the number of parts it was cut into.
fn pass(p: &Attention, form: Form, outputs: &Outputs, caps: &DeviceCaps, plan: &mut Plan) -> Result<usize> {
    let views = tensor_views(p, outputs);
    let (key, edits) = key(p, form, outputs, caps);
    let tiles = u64::from(p.key_tiles(form.tile.block_k()).div_ceil(outputs.splits));
    caps.check_rounds(form.tile.name(), tiles * form.tile.rounds(p))?;
    let q_tiles = q_tiles(p, form.tile);
    let cuts = cuts(p, &views, plan.cost.flops, caps)?;
    for part in cuts.iter().copied() {
        let packs = u64::from(part.heads.1 - part.heads.0) * u64::from(p.group() / p.pack());
        let entries = u64::from(part.batch.1 - part.batch.0);
        let groups = packs * entries * u64::from(q_tiles) * u64::from(outputs.splits);
        let grid = grid(groups, caps)?;
        let params = AttentionParams {
            // At most u32::MAX, or `grid` had refused.
            groups: groups as u32,
            grid_x: grid[0],
            splits: outputs.splits,
            q_tiles,
            ..base_params(p, outputs, part, caps)
        };
        let mut binds: Vec<Bind> = views.iter().map(|v| v.bind(part, caps).0).collect();
        binds.extend(outputs.lse.binds(rows(p) * u64::from(outputs.splits)));
        binds.extend(edits.binds(p, part, caps)?);
        plan.dispatch_bytes(key.clone(), edits.params(&params), binds, grid, caps)?;
    }
    Ok(cuts.len())
}

/// Row tiles of one pack of heads; none lies in two blocks of queries.
fn q_tiles(p: &Attention, tile: Tile) -> u32 {
    match &p.blocks {
        None => (p.q_len * p.pack()).div_ceil(tile.block_q()),
        // A block may be longer than all queries.
        Some(b) => p.q_len.div_ceil(b.block_q) * (b.block_q.min(p.q_len) * p.pack()).div_ceil(tile.block_q()),
    }
}

/// Row tiles of all packs and sequences: the workgroups of a call that is not split.
fn row_tiles(p: &Attention, tile: Tile) -> u64 {
    u64::from(q_tiles(p, tile)) * u64::from(p.q_heads / p.pack()) * u64::from(p.batch)
}

/// Rows of the output, each with a log-sum-exp.
pub(crate) fn rows(p: &Attention) -> u64 {
    let [b, h, n, _] = p.shape(Role::O);
    u64::from(b) * u64::from(h) * u64::from(n)
}

/// Parts of the keys: as many as keep the device busy, none shorter than four tiles, and as many as keep loops
/// half as long as a driver takes them.
fn splits(p: &Attention, tile: Tile, caps: &DeviceCaps, policy: &Policy) -> u32 {
    let tiles = p.kv_len.div_ceil(tile.block_k());
    let rounds = u64::from(p.key_tiles(tile.block_k())) * tile.rounds(p);
    // At most as many as tiles.
    let least = caps.loop_rounds().map_or(1, |limit| (2 * rounds).div_ceil(limit).max(1) as u32);
    busy_splits(p, tile, tiles, caps, policy).max(least)
}

/// Of so many tiles of keys as many as keep the device busy, or as the policy asks for.
fn busy_splits(p: &Attention, tile: Tile, tiles: u32, caps: &DeviceCaps, policy: &Policy) -> u32 {
    if let Some(forced) = policy.splits {
        return forced.clamp(1, tiles.max(1));
    }
    let groups = row_tiles(p, tile);
    // Enough threads for a large GPU, which hides the latency of loads by them. Those of matrices load a tile
    // ahead, and more of them than run side by side wait for one another (measured on an H200).
    let busy = match tile {
        _ if caps.cpu => PROCESSOR_GROUPS,
        Tile::Matrix(_) => u64::from((1 << 15) / tile.threads()),
        _ => u64::from((1 << 17) / tile.threads()),
    };
    if groups >= busy || q_tiles(p, tile) > 4 {
        return 1;
    }
    let wanted = busy.div_ceil(groups.max(1)).min(256);
    // At most 256.
    (wanted as u32).min(tiles / 4).max(1)
}

fn key(p: &Attention, form: Form, outputs: &Outputs, caps: &DeviceCaps) -> (ShaderKey, Edits) {
    let Form { tile, tier, given, stats } = form;
    let mut key = io::empty_key(tile.name(), AttentionParams::WGSL);
    key.consts = tile.consts(p);
    // Measured on NVIDIA's GPUs; a processor was 1 to 3 % slower by it.
    let abreast = match tile {
        Tile::Blocks(_) if !caps.cpu => 2,
        _ => 1,
    };
    // Packs that take turns: a GPU runs hundreds of workgroups at once, the last of which should be short.
    let bundle = if caps.cpu { 1 } else { 16 };
    key.consts.extend([
        ("ABREAST", Const::U32(abreast)),
        ("BUNDLE", Const::U32(bundle)),
        ("TURNS", Const::Bool(caps.shares_in_a_row())),
    ]);
    key.unrolled = match tile {
        Tile::Rows { form: RowsForm::Keys, .. } => caps.rolls_loops_over(p.qk_dim.max(p.v_dim).div_ceil(4)),
        Tile::Rows { form, .. } => form == RowsForm::Lanes,
        _ => !caps.cpu,
    };
    let mut io = KeyIo { key: &mut key, caps };
    if let Tile::Matrix(_) = tile {
        io.loads_eights(p);
    } else {
        io.loads_qk(p);
        io.loads_v(p);
    }
    let (_, o_layout, o_dtype) = outputs.o;
    io.store(o_dtype, o_layout, p.v_dim);
    io.lse(outputs.lse);
    let mut edits = Edits::link(p, &mut io);
    // Stages that every score passes; a selection is asked for partial blocks alone.
    let staged =
        io.key.score_stages.as_ref().is_some_and(|stages| !stages.is_empty()) || p.row_weights.is_some();
    edits.tiles(p, &mut io);
    if let Some(slot) = given {
        weights::link_given(p, &mut io, &mut edits, slot);
    } else {
        weights::link(p, &mut io, &mut edits, stats);
    }
    edits.output(p, &mut io, given.is_some() || p.hook_of(HookKind::ProbMod).is_none());
    key.fragments.push(shader::FLASH_LIB);
    key.consts.push(("STAGED", Const::Bool(staged)));
    key.needs.subgroups = tier != Tier::Plain;
    let (reduce, entry) = match key.needs.subgroups {
        true => (shader::REDUCE_SUBGROUP, shader::ENTRY_SUBGROUP),
        false => (shader::REDUCE_WORKGROUP, shader::ENTRY_WORKGROUP),
    };
    match tile {
        Tile::Blocks(_) => key.fragments.extend([reduce, shader::FLASH]),
        Tile::Rows { form, .. } => {
            let tile: &[_] = match form {
                RowsForm::Keys => &[shader::ROWS_BY_KEYS, shader::ROWS_WHOLE_TILE],
                RowsForm::Lanes => &[shader::ROWS_BY_LANES, shader::ROWS_WHOLE_TILE],
                RowsForm::Features => &[shader::ROWS_BY_FEATURES],
            };
            if form == RowsForm::Lanes {
                key.consts.push(("LANES", Const::U32(LANES)));
            }
            key.fragments.extend(tile);
            key.fragments.push(shader::FLASH_ROWS);
        }
        Tile::Matrix(strips) => {
            key.aliases.extend(matrix::aliases(strips.size));
            (key.needs.f16, key.needs.coop) = (true, true);
            let lengths =
                if key.unrolled { shader::MATRIX_LENGTHS_KNOWN } else { shader::MATRIX_LENGTHS_UNKNOWN };
            key.fragments.extend([
                strips.memory(),
                lengths,
                shader::MATRIX_TILE,
                reduce,
                shader::FLASH_MATRIX,
            ]);
        }
    }
    key.fragments.push(entry);
    (key, edits)
}
