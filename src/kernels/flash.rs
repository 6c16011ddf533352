//! Tiled attention with an online softmax, and its split over keys.

use super::attention::{
    AttentionParams, Edits, Outputs, base_params, check_bindings, mask_views, tensor_views,
};
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Decision, Plan, Policy, grid, parts};
use crate::problem::{Attention, Role};
use crate::record::{Bind, Dispatch, Slot};
use crate::shader::{self, Const, ShaderKey};

/// Tile sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Threads along the keys; a key tile has four keys for each.
    tx: u32,
    /// Threads along the rows.
    ty: u32,
    /// Rows of a thread.
    rq: u32,
}

impl Tile {
    /// Fewer rows a thread for wide values, so that accumulators stay in registers.
    fn choose(v_dim: u32) -> Self {
        let rq = match v_dim {
            0..=128 => 4,
            129..=256 => 2,
            _ => 1,
        };
        Self { tx: 8, ty: 8, rq }
    }

    fn block_q(self) -> u32 {
        self.ty * self.rq
    }

    fn block_k(self) -> u32 {
        self.tx * 4
    }

    /// Bytes of workgroup memory, as `flash.wgsl` declares it.
    pub(crate) fn workgroup_bytes(self) -> u32 {
        let stride = self.tx + 1;
        16 * stride * (2 * self.block_q() + self.block_k()) + 4 * self.block_q() * self.tx + 4
    }
}

/// Plans the tiled kernel, split over the keys where the rows alone are too few.
pub(crate) fn plan(
    p: &Attention,
    lse: Option<Slot>,
    caps: &DeviceCaps,
    policy: &Policy,
    plan: &mut Plan,
) -> Result<()> {
    let tile = Tile::choose(p.v_dim);
    if tile.workgroup_bytes() > caps.workgroup_memory {
        return Err(Error::Limit {
            what: "flash: workgroup memory in bytes".into(),
            needed: tile.workgroup_bytes().into(),
            limit: caps.workgroup_memory.into(),
        });
    }
    let splits = splits(p, tile, caps, policy);
    let (outputs, merge) = if splits > 1 {
        let (outputs, merge, slots) = Outputs::partial(p, splits, lse.is_some(), &mut plan.recording);
        (outputs, Some((merge, slots)))
    } else {
        (Outputs::direct(p, lse), None)
    };
    let views = tensor_views(p, &outputs);
    let (key, edits) = key(p, tile, &outputs, caps);
    check_bindings(&key, caps)?;
    let all: Vec<_> = views.into_iter().chain(mask_views(p)).collect();
    let q_tiles = (p.q_len * p.group()).div_ceil(tile.block_q());
    let cuts = parts(&all, if p.ragged.is_some() { 1 } else { p.batch }, p.kv_heads, caps)?;
    for mut part in cuts.iter().copied() {
        if p.ragged.is_some() {
            part.batch = (0, p.batch);
        }
        let heads = u64::from(part.heads.1 - part.heads.0);
        let entries = u64::from(part.batch.1 - part.batch.0);
        let groups = heads * entries * u64::from(q_tiles) * u64::from(splits);
        let grid = grid(groups, caps)?;
        let params = AttentionParams {
            // At most u32::MAX, or `grid` had refused.
            groups: groups as u32,
            grid_x: grid[0],
            splits,
            q_tiles,
            ..base_params(p, &outputs, part, caps)
        };
        let mut binds: Vec<Bind> = views.iter().map(|v| v.bind(part, caps).0).collect();
        if let Some(slot) = outputs.lse {
            binds.push(Bind { slot, offset: 0, size: lse_bytes(p) * u64::from(splits) });
        }
        binds.extend(edits.binds(p, part, caps)?);
        plan.recording.dispatches.push(Dispatch {
            key: key.clone(),
            params: bytemuck::bytes_of(&params).to_vec(),
            binds,
            grid,
        });
    }
    plan.decisions.push(Decision {
        kernel: "flash".into(),
        taken: true,
        why: format!("{} rows x {} keys a tile, {} part(s)", tile.block_q(), tile.block_k(), cuts.len()),
    });
    plan.decisions.push(Decision {
        kernel: "split".into(),
        taken: splits > 1,
        why: if splits > 1 {
            format!("{splits} parts of the keys: {q_tiles} row tile(s) alone would leave the device idle")
        } else {
            "the rows alone fill the device, or the keys are few".into()
        },
    });
    plan.decisions.push(Decision {
        kernel: "naive".into(),
        taken: false,
        why: "needs memory for every pair; only on demand".into(),
    });
    if let Some((merge, slots)) = merge {
        merge.record(slots, lse, caps, plan)?;
    }
    Ok(())
}

/// Bytes of the log-sum-exp.
pub(crate) fn lse_bytes(p: &Attention) -> u64 {
    let [b, h, n, _] = p.shape(Role::O);
    4 * u64::from(b) * u64::from(h) * u64::from(n)
}

/// Parts of the keys: as many as keep the device busy, none shorter than four tiles.
fn splits(p: &Attention, tile: Tile, caps: &DeviceCaps, policy: &Policy) -> u32 {
    let tiles = p.kv_len.div_ceil(tile.block_k());
    if let Some(forced) = policy.splits {
        return forced.clamp(1, tiles.max(1));
    }
    let row_tiles = u64::from((p.q_len * p.group()).div_ceil(tile.block_q()));
    let groups = row_tiles * u64::from(p.kv_heads) * u64::from(p.batch);
    // Enough workgroups for a large GPU; a processor has tens of cores.
    let busy: u64 = if caps.cpu { 16 } else { 512 };
    if groups >= busy || row_tiles > 4 {
        return 1;
    }
    let wanted = busy.div_ceil(groups.max(1)).min(64);
    // At most 64.
    (wanted as u32).min(tiles / 4).max(1)
}

fn key(p: &Attention, tile: Tile, outputs: &Outputs, caps: &DeviceCaps) -> (ShaderKey, Edits) {
    let mut key = io::empty_key("flash", AttentionParams::WGSL);
    key.consts = vec![
        ("WORKGROUP", Const::U32(tile.tx * tile.ty)),
        ("TX", Const::U32(tile.tx)),
        ("TY", Const::U32(tile.ty)),
        ("RQ", Const::U32(tile.rq)),
        ("BLOCK_Q", Const::U32(tile.block_q())),
        ("BLOCK_K", Const::U32(tile.block_k())),
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("V_DIM", Const::U32(p.v_dim)),
        ("QK_CHUNKS", Const::U32(p.qk_dim.div_ceil(4 * tile.tx))),
        ("V_CHUNKS", Const::U32(p.v_dim.div_ceil(4 * tile.tx))),
    ];
    let mut io = KeyIo { key: &mut key, caps };
    io.loads_qk(p);
    io.loads_v(p);
    let (_, o_layout, o_dtype) = outputs.o;
    io.store(o_dtype, o_layout, p.v_dim);
    io.lse(outputs.lse.is_some());
    let mut edits = Edits::link(p, &mut io, true, true);
    edits.sink(p, &mut io);
    key.fragments.push(shader::FLASH);
    (key, edits)
}
