//! Who sees whom: walks, and states that many tokens read at once.

use super::{LinearParams, Views, consts, link_state_at, link_tokens};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::LINEAR_WORKGROUP;
use crate::kernels::io::{self, KeyIo};
use crate::plan::{Plan, Policy, grid};
use crate::problem::{Direction, LinearAttention, Role, StateUse};
use crate::record::Slot;
use crate::shader::{self, Const, ShaderKey};

/// Queries of a thread of `read.wgsl`.
const ROWS: u32 = 4;

impl LinearAttention {
    /// Plans the recurrence in the order the direction asks for.
    pub(super) fn plan_direction(
        &self,
        views: &Views,
        caps: &DeviceCaps,
        policy: &Policy,
        plan: &mut Plan,
    ) -> Result<()> {
        match self.direction {
            Direction::Forward | Direction::Reverse | Direction::Both => {
                self.plan_walk(views, caps, policy, plan)
            }
            Direction::Full => {
                let built = self.built(views, self.state, plan);
                built.0.plan_walk(&built.1, caps, policy, plan)?;
                built.0.read(&built.1, caps, plan)
            }
            Direction::Prefix(0) => {
                let forward = Self { direction: Direction::Forward, ..self.clone() };
                forward.plan_walk(views, caps, policy, plan)
            }
            Direction::Prefix(tokens) if tokens == self.len => {
                Self { direction: Direction::Full, ..self.clone() }.plan_direction(views, caps, policy, plan)
            }
            Direction::Prefix(tokens) => self.plan_prefix(tokens, views, caps, policy, plan),
        }
    }

    /// The problem that builds a state and reads nothing, and where that state ends.
    fn built(&self, views: &Views, state: StateUse, plan: &mut Plan) -> (Self, Views) {
        let problem = Self { direction: Direction::Forward, state: state.and_out(), ..self.clone() };
        let mut views = Views { outputs: false, ..*views };
        if !state.writes() {
            views.state[1] = plan.recording.scratch(4 * self.state_elements());
        }
        (problem, views)
    }

    /// The prefix builds a state and reads it, the other tokens go on from there.
    fn plan_prefix(
        &self,
        tokens: u32,
        views: &Views,
        caps: &DeviceCaps,
        policy: &Policy,
        plan: &mut Plan,
    ) -> Result<()> {
        // Between the two the state lies in scratch memory, unless it is updated in place.
        let between = match self.state {
            StateUse::InPlace => StateUse::InPlace,
            state if state.reads() => StateUse::In,
            _ => StateUse::None,
        };
        let prefix = Self { len: tokens, ..self.clone() };
        let (prefix, first) = prefix.built(&views.cut(0, tokens), between, plan);
        prefix.plan_walk(&first, caps, policy, plan)?;
        prefix.read(&first, caps, plan)?;
        let rest = Self {
            len: self.len - tokens,
            direction: Direction::Forward,
            state: match self.state {
                StateUse::InPlace => StateUse::InPlace,
                state if state.writes() => StateUse::InOut,
                _ => StateUse::In,
            },
            ..self.clone()
        };
        let mut later = views.cut(tokens, rest.len);
        later.state = [first.state[1], views.state[1]];
        rest.plan_walk(&later, caps, policy, plan)
    }

    /// Adds the outputs of all tokens from the state after the last one.
    fn read(&self, views: &Views, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        if self.len == 0 {
            return Ok(());
        }
        let mut tables = Vec::new();
        let key = self.read_key(views, caps, &mut tables);
        let tiles = u64::from(self.len.div_ceil(ROWS)) * u64::from(self.v_dim.div_ceil(4));
        for part in views.parts(self, caps)? {
            let count = |(from, to): (u32, u32)| u64::from(to - from);
            let groups = count(part.batch) * count(part.heads) * u64::from(self.group());
            let grid = grid((groups * tiles).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
            let params = LinearParams {
                // At most batch * heads, whose product with the rest `grid` bounds.
                groups: groups as u32,
                grid_x: grid[0],
                chunks: self.len.div_ceil(ROWS).max(1),
                ..views.params(self, part, caps)
            };
            let q = views.q.bind(part, caps).0;
            let mut binds = vec![q, q, views.o.bind(part, caps).0];
            binds.extend(&tables);
            plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
        plan.take("read", format!("{} tokens read one state", self.len));
        Ok(())
    }

    fn read_key(&self, views: &Views, caps: &DeviceCaps, tables: &mut Vec<crate::record::Bind>) -> ShaderKey {
        let mut key = io::empty_key("read", LinearParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("ROWS", Const::U32(ROWS))];
        key.consts.extend(consts(self));
        let mut io = KeyIo { key: &mut key, caps };
        // The fragment reads keys too: they stand for queries here.
        io.loads_qk_rows(views.qk_dtype, [views.q.layout; 2], self.qk_dim);
        io.store(views.o_dtype, views.o.layout, self.v_dim);
        link_tokens(self, &mut io, tables);
        let state = views.state[1];
        let slots = [state, Slot::Tensor(Role::StateOut)];
        link_state_at(StateUse::In, slots, 4 * self.state_elements(), &mut io, tables);
        key.fragments.push(shader::READ);
        key
    }
}
