//! Running softmax over the prefixes of a sequence.

use super::attention::Lse;
use super::io::{self, KeyIo};
use super::linear::{Piece, link_state_at, pieces};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem, View, grid, parts};
use crate::problem::{Layout, PrefixScan, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Const, ShaderKey, params};

params! {
    /// Parameters of `prefix.wgsl`.
    PrefixParams {
        grid_x: u32, groups: u32, slices: u32, len: u32,
        heads: u32, batch_base: u32, head_base: u32, head_count: u32,
        q_offset: u32, q_batch: u32, q_head: u32,
        k_offset: u32, k_batch: u32, k_head: u32, k_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        lse_offset: u32, lse_row: u32,
        scale: f32, neg_inf: f32,
    }
}

/// Threads of a workgroup: each scores one token of a tile, and carries four columns.
const WORKGROUP: u32 = 64;

/// Tokens of a dispatch: one driver ends the loops of an invocation after 65,535 rounds in all.
const PIECE: u32 = 1 << 14;

/// Where a piece of a scan stands: tokens before it, tokens of the whole, places of the state before and
/// after.
#[derive(Debug, Clone, Copy)]
struct Place {
    from: u32,
    whole: u32,
    state: [Slot; 2],
}

impl Problem for PrefixScan {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        let pairs = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len);
        let mut plan = Plan::of(tensors, 2 * pairs * (u64::from(self.qk_dim) + u64::from(self.v_dim)));
        plan.take("prefix", format!("{} prefixes in one pass", self.len));
        if self.batch > 0 {
            self.pieces(caps, &mut plan)?;
        }
        Ok(plan)
    }
}

impl PrefixScan {
    /// Bytes of the state.
    fn state_bytes(&self) -> u64 {
        4 * u64::from(self.batch) * u64::from(self.heads) * (u64::from(self.v_dim) + 1)
    }

    /// Records the scan in as many pieces as its length asks for, with the state between them.
    fn pieces(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let given = [Slot::Tensor(Role::StateIn), Slot::Tensor(Role::StateOut)];
        if self.len <= PIECE {
            return self.record(Place { from: 0, whole: self.len, state: given }, caps, plan);
        }
        let between = [(); 2].map(|()| plan.recording.scratch(self.state_bytes()));
        for Piece { cut: [from, len], state, places } in pieces((self.len, PIECE), self.state, given, between)
        {
            let at = |layout: Layout| layout.at(u64::from(from) * layout.strides[2]);
            let piece = Self {
                len,
                state,
                k_layout: at(self.k_layout),
                v_layout: at(self.v_layout),
                o_layout: at(self.o_layout),
                ..self.clone()
            };
            piece.record(Place { from, whole: self.len, state: places }, caps, plan)?;
        }
        Ok(())
    }

    fn record(&self, place: Place, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let view = |role, layout| View {
            role,
            slot: Slot::Tensor(role),
            layout,
            shape: self.shape(role),
            element_bytes: self.dtype.bytes(),
            heads_per_head: 1,
            to_last_copy: 0,
        };
        let views = [
            view(Role::Q, self.q_layout),
            view(Role::K, self.k_layout),
            view(Role::V, self.v_layout),
            view(Role::O, self.o_layout),
        ];
        let mut tables = Vec::new();
        let key = self.key(place, caps, &mut tables);
        let slices = self.v_dim.div_ceil(4 * WORKGROUP);
        for part in parts(&views, self.batch, self.heads, caps)? {
            let count = |(from, to): (u32, u32)| u64::from(to - from);
            let groups = count(part.batch) * count(part.heads) * u64::from(slices);
            let grid = grid(groups, caps)?;
            // Strides and offsets were checked to fit 32 bits.
            let steps = |n: usize| {
                let [b, h, row] = views[n].layout.strides.map(|s| s as u32);
                [views[n].relative_offset(views[n].bind(part, caps).1), b, h, row]
            };
            let [q_offset, q_batch, q_head, _] = steps(0);
            let [k_offset, k_batch, k_head, k_row] = steps(1);
            let [v_offset, v_batch, v_head, v_row] = steps(2);
            let [o_offset, o_batch, o_head, o_row] = steps(3);
            #[rustfmt::skip]
            let params = PrefixParams {
                grid_x: grid[0],
                // At most u32::MAX, or `grid` had refused.
                groups: groups as u32,
                slices,
                len: self.len,
                heads: self.heads,
                batch_base: part.batch.0,
                head_base: part.heads.0,
                head_count: part.heads.1 - part.heads.0,
                q_offset, q_batch, q_head,
                k_offset, k_batch, k_head, k_row,
                v_offset, v_batch, v_head, v_row,
                o_offset, o_batch, o_head, o_row,
                lse_offset: place.from,
                lse_row: place.whole,
                scale: self.effective_scale(),
                neg_inf: f32::NEG_INFINITY,
            };
            let mut binds: Vec<Bind> = views.iter().map(|v| v.bind(part, caps).0).collect();
            binds.extend(&tables);
            plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
        Ok(())
    }

    fn key(&self, place: Place, caps: &DeviceCaps, tables: &mut Vec<Bind>) -> ShaderKey {
        let mut key = io::empty_key("prefix", PrefixParams::WGSL);
        key.consts = vec![
            ("WORKGROUP", Const::U32(WORKGROUP)),
            ("QK_DIM", Const::U32(self.qk_dim)),
            ("V_DIM", Const::U32(self.v_dim)),
            ("CONTINUED", Const::Bool(self.state.reads())),
        ];
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_qk_rows(self.dtype, [self.q_layout, self.k_layout], self.qk_dim);
        io.loads_v_rows(self.dtype, self.v_layout, self.v_dim);
        io.store(self.dtype, self.o_layout, self.v_dim);
        link_state_at(self.state, place.state, self.state_bytes(), &mut io, tables);
        io.lse(Lse { whole: self.lse.then_some(Slot::Tensor(Role::Lse)), parts: None });
        if self.lse {
            let rows = u64::from(self.batch) * u64::from(self.heads);
            let size = 4 * rows * u64::from(place.whole);
            tables.push(Bind { slot: Slot::Tensor(Role::Lse), offset: 0, size });
        }
        key.fragments.extend([shader::SCORE_LIB, shader::GROUP_LIB, shader::PREFIX]);
        key
    }
}
