//! The gradient of linear attention: four walks along the tokens, two of them back, and sums.
//!
//! No walk keeps a state a token. Columns of the state give what tokens add to it, columns of the
//! gradient by the state what follows for those additions; once these are known, rows of both are
//! walks of their own, and what needs whole rows comes of them. No thread waits for another, and
//! no sum depends on their order. How a state lies over threads is [`Share`]: as in `recurrent_columns`
//! and `recurrent_lanes`.

use super::LINEAR_WORKGROUP;
use super::flash::no_lanes;
use super::io::{self, KeyIo};
use super::linear::{ROUNDS, Views, consts, cuts, link_rates, link_state_at, link_token_counts};
use super::recurrent::{OWNERS, WORKGROUP, sharing};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, Plan, Policy, Problem, View, grid, parts};
use crate::problem::{
    DType, Decay, Direction, Layout, LinearAttention, LinearGradient, Role, StateUse, UpdateRule, product,
};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, Fragment, ShaderKey, params};

/// Threads of a workgroup that own one column or row each.
const SINGLE: u32 = 32;

/// Numbers of states that a thread may keep where lanes share columns; it has as many others.
const SHARED: u32 = 128;

/// Most fours of elements of a column that loops are written out for: longer ones are in no registers anyway,
/// and four of them a thread take one driver minutes to compile. A constant of
/// `recurrence/gradient_state.wgsl` too.
const UNROLLED: u32 = 32;

params! {
    /// Parameters of every kernel of this file.
    LinearGradientParams {
        groups: u32, grid_x: u32, slices: u32, group: u32,
        batch: u32, batch_base: u32, kv_head_base: u32, kv_head_count: u32, kv_heads: u32,
        sharing: u32, reverse_from: u32,
        len: u32, first: u32, whole: u32, total_len: u32,
        q_offset: u32, q_batch: u32, q_head: u32, q_row: u32,
        k_offset: u32, k_batch: u32, k_head: u32, k_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        decay_offset: u32, decay_batch: u32, decay_head: u32, decay_row: u32,
        beta_offset: u32, beta_batch: u32, beta_head: u32, beta_row: u32,
        kept_offset: u32, kept_batch: u32, kept_head: u32, kept_row: u32,
        scale: f32,
    }
}

/// The tensors that a kernel binds, as far as it does.
#[derive(Debug, Clone, Copy)]
struct Bound {
    /// Of queries and keys those that are read: the fragment has both.
    qk: Option<[View; 2]>,
    v: Option<View>,
    /// What is written.
    o: Option<View>,
    decay: Option<View>,
    beta: Option<View>,
    kept: View,
}

impl Bound {
    /// In the order of their bindings.
    fn all(&self) -> Vec<View> {
        let mut all: Vec<View> = self.qk.iter().flatten().copied().collect();
        all.extend([self.v, self.o, self.decay, self.beta].into_iter().flatten());
        all.push(self.kept);
        all
    }

    /// `len` tokens from token `from` on.
    fn cut(&self, from: u32, len: u32) -> Self {
        let cut = |view: View| view.cut(from, len);
        Self {
            qk: self.qk.map(|views| views.map(cut)),
            v: self.v.map(cut),
            o: self.o.map(cut),
            decay: self.decay.map(cut),
            beta: self.beta.map(cut),
            kept: cut(self.kept),
        }
    }

    /// Parts that fit the device's binding limit, of `heads` heads.
    fn parts(&self, p: &LinearAttention, heads: u32, caps: &DeviceCaps) -> Result<Vec<Part>> {
        let mut cuts = parts(&self.all(), p.storage_batch(), heads, caps)?;
        if p.ragged.is_some() {
            cuts.iter_mut().for_each(|part| part.batch = (0, p.batch));
        }
        Ok(cuts)
    }

    fn binds(&self, part: Part, caps: &DeviceCaps) -> Vec<Bind> {
        self.all().iter().map(|view| view.bind(part, caps).0).collect()
    }

    /// Parameters that follow from the problem and the part alone.
    fn params(&self, p: &LinearAttention, part: Part, caps: &DeviceCaps) -> LinearGradientParams {
        let steps = |view: Option<View>| Views::steps(p, view.as_ref(), part, caps);
        let [q_offset, q_batch, q_head, q_row] = steps(self.qk.map(|views| views[0]));
        let [k_offset, k_batch, k_head, k_row] = steps(self.qk.map(|views| views[1]));
        let [v_offset, v_batch, v_head, v_row] = steps(self.v);
        let [o_offset, o_batch, o_head, o_row] = steps(self.o);
        let [decay_offset, decay_batch, decay_head, decay_row] = steps(self.decay);
        let [beta_offset, beta_batch, beta_head, beta_row] = steps(self.beta);
        let [kept_offset, kept_batch, kept_head, kept_row] = steps(Some(self.kept));
        #[rustfmt::skip]
        let params = LinearGradientParams {
            group: p.group(),
            batch: p.batch,
            batch_base: part.batch.0,
            kv_head_base: part.heads.0,
            kv_head_count: part.heads.1 - part.heads.0,
            kv_heads: p.kv_heads,
            reverse_from: u32::MAX,
            len: p.len,
            whole: p.len,
            total_len: p.storage_len(),
            q_offset, q_batch, q_head, q_row,
            k_offset, k_batch, k_head, k_row,
            v_offset, v_batch, v_head, v_row,
            o_offset, o_batch, o_head, o_row,
            decay_offset, decay_batch, decay_head, decay_row,
            beta_offset, beta_batch, beta_head, beta_row,
            kept_offset, kept_batch, kept_head, kept_row,
            scale: p.effective_scale(),
            ..Default::default()
        };
        params
    }
}

/// How a walk divides a state over threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Columns,
    Rows,
}

/// Columns or rows that a thread owns, four or one, and how many neighbours of a subgroup share them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Share {
    width: u32,
    parts: u32,
    workgroup: u32,
}

impl Share {
    /// What suits a device for columns of `along` elements of `states` states; the form with lanes if `lanes`
    /// allows it.
    fn of(along: u32, states: u32, lanes: bool, caps: &DeviceCaps) -> Self {
        let numbers = along.next_multiple_of(4) * states;
        let least = caps.subgroups.map_or(1, |(least, _)| least);
        // Lanes that have no state have a number each.
        let four = match lanes {
            true => numbers > 0 && 4 * numbers <= SHARED * least,
            false => caps.cpu && along <= 4 * UNROLLED,
        };
        let width = if four { 4 } else { 1 };
        let workgroup = match (lanes, four) {
            (true, _) => WORKGROUP,
            (false, true) => OWNERS,
            (false, false) => SINGLE,
        };
        Self { width, workgroup, parts: if lanes { sharing(width * numbers, caps) } else { 1 } }
    }

    /// Columns or rows of a workgroup.
    fn owned(self) -> u32 {
        self.workgroup / self.parts * self.width
    }
}

/// One walk along the tokens.
struct Walk {
    kernel: (&'static str, Fragment),
    by: By,
    /// Against the problem's own order.
    back: bool,
    bound: Bound,
    /// The state that it updates in place, and its columns.
    state: Option<(Slot, u32)>,
    /// What it multiplies that by at its end, if it is a walk that does.
    ends: Option<Slot>,
}

impl Walk {
    /// How many columns or rows there are, and how long they are.
    fn axes(&self, p: &LinearAttention) -> [u32; 2] {
        match self.by {
            By::Columns => [p.v_dim, p.qk_dim],
            By::Rows => [p.qk_dim, p.v_dim],
        }
    }
}

/// Planning of one problem.
struct Planner<'a> {
    of: &'a LinearGradient,
    p: &'a LinearAttention,
    given: Views,
    kept: View,
    /// Whether lanes of a subgroup share columns and rows.
    lanes: bool,
    caps: &'a DeviceCaps,
    plan: &'a mut Plan,
}

impl Problem for LinearGradient {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        let (name, reason) = choose(caps, policy)?;
        let p = &self.linear;
        let mut plan = Plan::of(tensors, flops(p));
        let columns = self.kept_columns();
        let [batch, heads, len, _] = p.shape(Role::K);
        let shape = [batch, heads, len, columns];
        let layout = Layout::bhnd(heads, len, columns);
        let bytes = 4 * layout.check("what is kept of tokens", shape)?;
        let given = Views::direct(p);
        let kept = View {
            slot: plan.recording.scratch(bytes.max(4)),
            layout,
            shape,
            element_bytes: 4,
            heads_per_head: 1,
            ..given.k
        };
        let lanes = name == LANES;
        Planner { of: self, p, given, kept, lanes, caps, plan: &mut plan }.all()?;
        let why = match plan.recording.dispatches.is_empty() {
            true => "nothing to compute".into(),
            false => format!("{reason}; four walks, {columns} numbers kept of a token and head"),
        };
        plan.take(name, why);
        plan.may_share(&[Role::GradQ, Role::GradK, Role::GradV].map(|role| {
            let (layout, shape, _) = self.view(role);
            (role, layout, shape)
        }));
        Ok(plan)
    }
}

/// Threads with columns and rows of their own.
const WHOLE: &str = "linear_gradient";
/// Lanes of a subgroup that share them.
const LANES: &str = "linear_gradient_lanes";

/// The form, and why.
fn choose(caps: &DeviceCaps, policy: &Policy) -> Result<(&'static str, String)> {
    let refusal = no_lanes(WORKGROUP, caps, policy);
    match policy.kernel.as_deref() {
        None if caps.cpu => Ok((WHOLE, "lanes of a processor have whole columns and rows".into())),
        Some(WHOLE) => Ok((WHOLE, "asked for".into())),
        None => Ok(match refusal {
            None => (LANES, "lanes of a subgroup share columns and rows".into()),
            Some(why) => (WHOLE, format!("a column or row a thread: {why}")),
        }),
        Some(LANES) => match refusal {
            None => Ok((LANES, "asked for".into())),
            Some(why) => Err(Error::unsupported(format!("kernel {LANES}"), why)),
        },
        Some(other) => {
            let what = format!("kernel {other} for the gradient of linear attention");
            Err(Error::unsupported(what, "its kernels are linear_gradient and linear_gradient_lanes"))
        }
    }
}

/// Products of the walks: for every token two by each query head in the rows' walks and one in the
/// columns', and what each of them does with the key.
fn flops(p: &LinearAttention) -> u64 {
    let tokens = p.ragged.map_or(u64::from(p.batch) * u64::from(p.len), u64::from);
    let keys = if p.rule == UpdateRule::Delta { 8 } else { 3 };
    let passes = 3 * u64::from(p.q_heads) + keys * u64::from(p.kv_heads);
    product(&[2, tokens, passes, p.qk_dim.into(), p.v_dim.into()])
}

impl Planner<'_> {
    fn all(&mut self) -> Result<()> {
        let (p, decays) = (self.p, self.of.fades_by_token());
        let rows = u64::from(p.batch) * u64::from(p.kv_heads) * u64::from(p.qk_dim);
        let scratch =
            |plan: &mut Plan, columns: u32| plan.recording.scratch((4 * rows * u64::from(columns)).max(4));
        let with_decays = p.v_dim + u32::from(decays);
        let state = scratch(self.plan, p.v_dim);
        let back = scratch(self.plan, with_decays);
        let first =
            if p.state.reads() { Slot::Tensor(Role::GradStateIn) } else { scratch(self.plan, p.v_dim) };
        let [before, after] = [
            p.state.reads().then_some(Slot::Tensor(Role::StateIn)),
            p.state.writes().then_some(Slot::Tensor(Role::GradStateOut)),
        ];
        if rows > 0 {
            let delta = p.rule == UpdateRule::Delta;
            if delta {
                self.start(before, None, (state, p.v_dim))?;
            }
            self.walk(&self.updates(delta.then_some((state, p.v_dim))))?;
            self.start(after, None, (first, p.v_dim))?;
            self.walk(&self.values((first, p.v_dim)))?;
            self.start(before, None, (state, p.v_dim))?;
            self.walk(&self.queries((state, p.v_dim)))?;
            self.start(after, decays.then_some(state), (back, with_decays))?;
            self.walk(&self.keys((back, with_decays)))?;
            self.rates()?;
        }
        if p.decay != Decay::PerHead {
            return Ok(());
        }
        let moved = (scratch(self.plan, 3 * p.v_dim), 3 * p.v_dim);
        if rows > 0 {
            self.start(before, None, moved)?;
            self.walk(&Walk { ends: after, ..self.heads(moved) })?;
        }
        self.heads_sum(moved)
    }

    fn updates(&self, state: Option<(Slot, u32)>) -> Walk {
        let given = self.given;
        Walk {
            kernel: ("linear_gradient_updates", shader::LINEAR_GRADIENT_UPDATES),
            by: By::Columns,
            back: false,
            bound: Bound {
                qk: Some([given.k; 2]),
                v: Some(given.v),
                o: None,
                decay: given.decay,
                beta: given.beta,
                kept: self.kept,
            },
            state,
            ends: None,
        }
    }

    /// What the walks after the first bind: they write the gradient `to`.
    fn bound(&self, to: Role) -> Bound {
        let given = self.given;
        let grad_o = View { role: Role::GradO, slot: Slot::Tensor(Role::GradO), ..given.o };
        Bound {
            qk: Some([given.q, given.k]),
            v: Some(grad_o),
            o: Some(self.written(to)),
            decay: given.decay,
            beta: None,
            kept: self.kept,
        }
    }

    fn written(&self, role: Role) -> View {
        let (layout, shape, dtype) = self.of.view(role);
        let like = if role == Role::GradQ { self.given.q } else { self.given.k };
        View { role, slot: Slot::Tensor(role), layout, shape, element_bytes: dtype.bytes(), ..like }
    }

    fn values(&self, state: (Slot, u32)) -> Walk {
        Walk {
            kernel: ("linear_gradient_values", shader::LINEAR_GRADIENT_VALUES),
            by: By::Columns,
            back: true,
            bound: self.bound(Role::GradV),
            state: Some(state),
            ends: None,
        }
    }

    fn queries(&self, state: (Slot, u32)) -> Walk {
        Walk {
            kernel: ("linear_gradient_queries", shader::LINEAR_GRADIENT_QUERIES),
            by: By::Rows,
            back: false,
            bound: self.bound(Role::GradQ),
            state: Some(state),
            ends: None,
        }
    }

    fn keys(&self, state: (Slot, u32)) -> Walk {
        Walk {
            kernel: ("linear_gradient_keys", shader::LINEAR_GRADIENT_KEYS),
            by: By::Rows,
            back: true,
            bound: self.bound(Role::GradK),
            state: Some(state),
            ends: None,
        }
    }

    fn heads(&self, state: (Slot, u32)) -> Walk {
        Walk {
            kernel: ("linear_gradient_heads", shader::LINEAR_GRADIENT_HEADS),
            by: By::Columns,
            back: false,
            bound: Bound { o: None, ..self.bound(Role::GradV) },
            state: Some(state),
            ends: None,
        }
    }

    /// An empty key with what all kernels have.
    fn key(&self, name: &'static str, workgroup: u32, state_columns: u32) -> ShaderKey {
        let mut key = io::empty_key(name, LinearGradientParams::WGSL);
        key.consts = consts(self.p);
        key.consts.retain(|(name, _)| *name != "STATE_COLUMNS");
        key.consts.push(("WORKGROUP", Const::U32(workgroup)));
        key.consts.push(("DECAY_TOKEN", Const::Bool(self.of.fades_by_token())));
        key.consts.push(("STATE_COLUMNS", Const::U32(state_columns)));
        key
    }

    fn state_bytes(&self, columns: u32) -> u64 {
        self.p.state_elements() / u64::from(self.p.v_dim) * u64::from(columns) * 4
    }

    /// Has the walk after it begin with the state `given`, or with zeros. Columns past the values hold
    /// its product with `ends`.
    fn start(&mut self, given: Option<Slot>, ends: Option<Slot>, (to, columns): (Slot, u32)) -> Result<()> {
        let p = self.p;
        let mut key = self.key("linear_gradient_start", LINEAR_WORKGROUP, columns);
        let mut io = KeyIo { key: &mut key, caps: self.caps };
        io.key.fragments.push(if given.is_some() { shader::STATE_IN } else { shader::STATE_ZERO });
        if given.is_some() {
            let name = Role::StateIn.name();
            io.key.bindings.push(Binding { name, element: "f32", access: Access::Read });
        }
        // The product with zeros needs no other state.
        let ends = ends.filter(|_| given.is_some());
        io.elements_or_zeros("ends", ends.map(|_| DType::F32));
        let size = self.state_bytes(p.v_dim);
        let read = given.into_iter().chain(ends);
        let mut binds: Vec<Bind> = read.map(|slot| Bind { slot, offset: 0, size }).collect();
        io.key.fragments.extend([shader::STATE_OUT, shader::GROUP_LIB, shader::LINEAR_GRADIENT_START]);
        let name = Role::StateOut.name();
        io.key.bindings.push(Binding { name, element: "f32", access: Access::ReadWrite });
        binds.push(Bind { slot: to, offset: 0, size: self.state_bytes(columns) });
        let rows = p.state_elements() / u64::from(p.v_dim);
        let grid = grid(rows.div_ceil(LINEAR_WORKGROUP.into()), self.caps)?;
        // Fewer than the state's elements.
        let params = LinearGradientParams { groups: rows as u32, grid_x: grid[0], ..Default::default() };
        self.plan.dispatch(key, &params, binds, grid, self.caps)
    }

    fn walk(&mut self, walk: &Walk) -> Result<()> {
        let (p, caps) = (self.p, self.caps);
        if p.storage_len() == 0 {
            return Ok(());
        }
        let (key, tables) = self.walk_key(walk);
        let share = self.share(walk);
        let [owned, _] = walk.axes(p);
        let fours = self.fours(walk);
        // Loops over a state in registers are written out; but for one a query head that has none in it.
        let rounds = match fours <= UNROLLED {
            true => 1 + p.group() * (2 + fours),
            false => (2 * p.group() + 6) * (5 * fours + 1),
        };
        let back = walk.back != (p.direction == Direction::Reverse);
        for [first, len] in cuts(p.len, (ROUNDS / rounds).max(1)) {
            // Packed sequences have ends of their own, so that kernels cut those.
            let bound = match (p.ragged, back) {
                (Some(_), _) => walk.bound,
                (None, true) => walk.bound.cut(p.len - first - len, len),
                (None, false) => walk.bound.cut(first, len),
            };
            for part in bound.parts(p, p.kv_heads, caps)? {
                let slices = owned.div_ceil(share.owned());
                let grid = grid(states(part) * u64::from(slices), caps)?;
                let params = LinearGradientParams {
                    // At most u32::MAX, or `grid` had refused.
                    groups: (states(part) * u64::from(slices)) as u32,
                    grid_x: grid[0],
                    slices,
                    reverse_from: if back { 0 } else { u32::MAX },
                    len,
                    first,
                    ..bound.params(p, part, caps)
                };
                let mut binds = bound.binds(part, caps);
                binds.extend(&tables);
                self.plan.dispatch(key.clone(), &params, binds, grid, caps)?;
            }
        }
        Ok(())
    }

    /// How a walk's state lies over threads.
    fn share(&self, walk: &Walk) -> Share {
        // One walk has the state's derivative too, one may have none at all.
        let states = match walk.state {
            None => 0,
            Some(_) if walk.kernel.1 == shader::LINEAR_GRADIENT_HEADS => 2,
            Some(_) => 1,
        };
        Share::of(walk.axes(self.p)[1], states, self.lanes, self.caps)
    }

    /// Fours of elements along a column or row that a thread has.
    fn fours(&self, walk: &Walk) -> u32 {
        walk.axes(self.p)[1].div_ceil(4).div_ceil(self.share(walk).parts)
    }

    fn walk_key(&self, walk: &Walk) -> (ShaderKey, Vec<Bind>) {
        let (p, bound, share) = (self.p, &walk.bound, self.share(walk));
        let mut key = self.key(walk.kernel.0, share.workgroup, walk.state.map_or(p.v_dim, |s| s.1));
        key.consts.push(("PARTS", Const::U32(share.parts)));
        key.needs.subgroups = share.parts > 1;
        key.unrolled = !self.caps.cpu && self.fours(walk) <= UNROLLED;
        let mut io = KeyIo { key: &mut key, caps: self.caps };
        // Where a thread has one column or row, it reads and writes one element, at any place.
        let single = |on: bool, layout: Layout| match on && share.width == 1 {
            true => Layout { offset: 1, strides: [0; 3] },
            false => layout,
        };
        let [by_rows, by_columns] = [By::Rows, By::Columns].map(|by| walk.by == by);
        if let Some(qk) = bound.qk {
            io.loads_qk_rows(p.dtype, qk.map(|view| single(by_rows, view.layout)), p.qk_dim);
        }
        if let Some(v) = bound.v {
            let dtype = if v.role == Role::V { p.dtype } else { p.out_dtype };
            io.loads_v_rows(dtype, single(by_columns, v.layout), p.v_dim);
        }
        if let Some(o) = bound.o {
            io.store(self.of.grad_dtype, single(true, o.layout), o.shape[3]);
        }
        let mut tables = Vec::new();
        link_rates(&of_rates(p, bound), self.given.decay_dtype, &mut io);
        let (own, kept) = match share.width {
            1 => (shader::OWN_ONE, "f32"),
            _ => (shader::OWN_FOUR, "vec4<f32>"),
        };
        io.key.bindings.push(Binding { name: "kept", element: kept, access: Access::ReadWrite });
        match walk.state {
            Some((slot, columns)) => {
                link_state_at(StateUse::InPlace, [slot; 2], self.state_bytes(columns), &mut io, &mut tables);
            }
            None => io.key.fragments.extend([shader::STATE_ZERO, shader::STATE_DROP]),
        }
        io.elements_or_zeros("ends", walk.ends.map(|_| DType::F32));
        let size = self.state_bytes(p.v_dim);
        tables.extend(walk.ends.map(|slot| Bind { slot, offset: 0, size }));
        link_token_counts(p, &mut io, &mut tables);
        if p.ragged.is_none() {
            io.key.fragments.push(shader::WHOLE_FIXED);
        }
        // What goes with four channels of a token counts those of no other rule.
        io.zeros("bonus");
        io.zeros("removal");
        io.key.fragments.push(shader::CHANNELS);
        let state = if by_columns { shader::LINEAR_GRADIENT_COLUMN } else { shader::LINEAR_GRADIENT_ROW };
        let (shared, entry) = match share.parts {
            1 => (shader::COLUMNS_WHOLE, shader::ENTRY_WORKGROUP),
            _ => (shader::COLUMNS_SHARED, shader::ENTRY_SUBGROUP),
        };
        io.key.fragments.extend([shader::FADE_LIB, shader::LINEAR_GRADIENT, state, own, shared]);
        io.key.fragments.extend([shader::LINEAR_GRADIENT_STATE, walk.kernel.1, entry]);
        (key, tables)
    }

    /// Sums over what walks kept: gradients by rates and by decays of tokens.
    fn rates(&mut self) -> Result<()> {
        let (p, v, d) = (self.p, self.p.v_dim, self.p.qk_dim);
        if p.rule == UpdateRule::Delta {
            self.rate(Role::GradBeta, v, 1, true)?;
        }
        match p.decay {
            Decay::PerToken => self.rate(Role::GradDecay, d, 1, false),
            Decay::PerChannel => self.rate(Role::GradDecay, 1, d, false),
            _ => Ok(()),
        }
    }

    /// The gradient `role`: sums of `count` of the columns kept for it, for each of the channels.
    fn rate(&mut self, role: Role, count: u32, channels: u32, product: bool) -> Result<()> {
        let (p, caps) = (self.p, self.caps);
        if p.len == 0 {
            return Ok(());
        }
        let o = self.written(role);
        let heads = o.shape[1];
        let sharing = p.kv_heads / heads;
        // Heads that share a number are bound together.
        let kept = View { heads_per_head: sharing, ..self.kept };
        let bound = Bound { qk: None, v: None, o: Some(o), decay: None, beta: None, kept };
        caps.check_rounds("linear_gradient_rates", u64::from(sharing) * u64::from(count + 2))?;
        let mut key = self.key("linear_gradient_rates", LINEAR_WORKGROUP, p.v_dim);
        key.consts.extend([
            ("COUNT", Const::U32(count)),
            ("CHANNELS", Const::U32(channels)),
            ("PRODUCT", Const::Bool(product)),
        ]);
        for name in ["o", "kept"] {
            key.bindings.push(Binding { name, element: "f32", access: Access::ReadWrite });
        }
        let mut tables = Vec::new();
        link_token_counts(p, &mut KeyIo { key: &mut key, caps }, &mut tables);
        key.fragments.extend([shader::LINEAR_GRADIENT, shader::LINEAR_GRADIENT_RATES]);
        for part in bound.parts(p, heads, caps)? {
            let threads = states(part) * u64::from(p.len) * u64::from(channels);
            if threads > u64::from(u32::MAX) {
                let what = format!("numbers of {role}, packed sequences as long as the longest");
                return Err(Error::IndexOverflow { what, needed: threads, limit: u32::MAX.into() });
            }
            let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
            let params = LinearGradientParams {
                // A divisor of `threads`.
                groups: states(part) as u32,
                grid_x: grid[0],
                sharing,
                ..bound.params(p, part, caps)
            };
            let mut binds = bound.binds(part, caps);
            binds.extend(&tables);
            self.plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
        Ok(())
    }

    /// Gradients by constants of heads, the sums of their walk.
    fn heads_sum(&mut self, (state, columns): (Slot, u32)) -> Result<()> {
        let (p, caps) = (self.p, self.caps);
        let o = self.written(Role::GradDecay);
        let heads = o.shape[1];
        let bound = Bound { qk: None, v: None, o: Some(o), decay: None, beta: None, kept: self.kept };
        let whole = Part { batch: (0, 1), heads: (0, heads) };
        let summed = u64::from(p.batch) * u64::from(p.kv_heads / heads) * u64::from(p.v_dim);
        let rounds = (summed + 1).div_ceil(LINEAR_WORKGROUP.into()) + u64::from(LINEAR_WORKGROUP);
        caps.check_rounds("linear_gradient_heads_sum", rounds)?;
        let mut key = self.key("linear_gradient_heads_sum", LINEAR_WORKGROUP, columns);
        key.bindings.push(Binding { name: "o", element: "f32", access: Access::ReadWrite });
        key.bindings.push(Binding { name: Role::StateIn.name(), element: "f32", access: Access::Read });
        key.fragments.extend([shader::STATE_IN, shader::GROUP_LIB]);
        key.fragments.push(shader::LINEAR_GRADIENT_HEADS_SUM);
        let grid = grid(heads.into(), caps)?;
        let params = LinearGradientParams {
            groups: heads,
            grid_x: grid[0],
            sharing: p.kv_heads / heads,
            ..bound.params(p, whole, caps)
        };
        let size = self.state_bytes(columns).max(4);
        let binds = vec![o.bind(whole, caps).0, Bind { slot: state, offset: 0, size }];
        self.plan.dispatch(key, &params, binds, grid, caps)
    }
}

/// The problem with the rates that a walk binds.
fn of_rates(p: &LinearAttention, bound: &Bound) -> LinearAttention {
    let rule = if bound.beta.is_some() { p.rule } else { UpdateRule::Add };
    LinearAttention { rule, ..p.clone() }
}

/// States of a part.
fn states(part: Part) -> u64 {
    u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0)
}
