//! Planning of [`LinearAttention`]: which kernels, in which order; and what they share.

use super::attention::check_bindings;
use super::io::KeyIo;
use super::{chunk, features, recurrent};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Decision, Part, Plan, Policy, Problem, View, grid, kept_by_value, parts};
use crate::problem::{
    DType, Decay, Direction, EditRows, Epilogue, FeatureMap, LinearAttention, Role, StateUse, UpdateRule,
};
use crate::record::{Bind, Recording, Slot};
use crate::shader::{self, Access, Binding, Const, Fragment, ShaderKey, params};

params! {
    /// Parameters of every kernel of the recurrence engine.
    LinearParams {
        groups: u32, grid_x: u32, v_slices: u32, group: u32,
        batch_base: u32, kv_head_base: u32, kv_head_count: u32, kv_heads: u32,
        len: u32, total_len: u32, reverse: u32, chunks: u32,
        segments: u32, segment_len: u32,
        q_offset: u32, q_batch: u32, q_head: u32, q_row: u32,
        k_offset: u32, k_batch: u32, k_head: u32, k_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        decay_offset: u32, decay_batch: u32, decay_head: u32, decay_row: u32,
        beta_offset: u32, beta_batch: u32, beta_head: u32, beta_row: u32,
        scale: f32, eps: f32,
    }
}

/// Tokens from which on chunks pay: one chunk of the smallest size would be mostly padding below.
const SHORT: u32 = 17;

impl Plan {
    fn decline(&mut self, kernel: &str, why: String) {
        self.decisions.push(Decision { kernel: kernel.into(), taken: false, why });
    }
}

impl Problem for LinearAttention {
    kept_by_value!();

    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        if !self.epilogue.is_empty() {
            let [batch, heads, len, dim] = self.shape(Role::O);
            let rows = EditRows {
                out_dtype: self.out_dtype,
                o_layout: self.o_layout,
                epilogue: self.epilogue.clone(),
                ..EditRows::new(batch, heads, len, dim, &[])
            };
            let inner = Self {
                epilogue: Epilogue::default(),
                out_dtype: DType::F32,
                o_layout: rows.input_layout,
                ..self.clone()
            };
            return inner.plan(caps, policy)?.then_edit(&rows, caps);
        }
        let mut plan = Plan {
            recording: Recording::default(),
            cost: Cost::linear(self, tensors.iter().map(|(_, bytes, _)| bytes).sum()),
            tensors,
            decisions: Vec::new(),
        };
        if self.batch == 0 {
            plan.decisions.push(Decision {
                kernel: "none".into(),
                taken: true,
                why: "nothing to compute: batch 0".into(),
            });
            return Ok(plan);
        }
        if self.feature_map == FeatureMap::Identity {
            self.plan_mapped(Views::direct(self), caps, policy, &mut plan)?;
        } else {
            let views = features::plan(self, caps, &mut plan)?;
            self.mapped().plan_mapped(views, caps, policy, &mut plan)?;
        }
        Ok(plan)
    }
}

impl LinearAttention {
    /// Plans the recurrence on queries and keys wherever they are.
    fn plan_mapped(&self, views: Views, caps: &DeviceCaps, policy: &Policy, plan: &mut Plan) -> Result<()> {
        match policy.kernel.as_deref() {
            Some("recurrent") => recurrent::plan(self, &views, (caps, plan), "asked for")?,
            Some("chunk") => chunk::plan(self, &views, (caps, plan), 1)?,
            Some("chunk_split") => {
                let segments = policy.splits.unwrap_or_else(|| chunk::segments(self, caps)).max(2);
                chunk::plan(self, &views, (caps, plan), segments)?;
            }
            None => self.choose(&views, caps, policy, plan)?,
            Some(other) => {
                return Err(Error::unsupported(
                    format!("kernel {other} for linear attention"),
                    "the kernels are recurrent, chunk and chunk_split",
                ));
            }
        }
        Ok(())
    }

    /// Chunks where there are tokens enough and room for them, split where states are few.
    fn choose(&self, views: &Views, caps: &DeviceCaps, policy: &Policy, plan: &mut Plan) -> Result<()> {
        if self.len < SHORT {
            recurrent::plan(self, views, (caps, plan), "few tokens: the state is read once either way")?;
            plan.decline("chunk", format!("{} tokens are fewer than {SHORT}", self.len));
            return Ok(());
        }
        if let Err(why) = chunk::tile(self, caps) {
            recurrent::plan(self, views, (caps, plan), "takes every size")?;
            plan.decline("chunk", why.to_string());
            return Ok(());
        }
        chunk::plan(self, views, (caps, plan), policy.splits.unwrap_or_else(|| chunk::segments(self, caps)))?;
        plan.decline("recurrent", "walks token by token".into());
        Ok(())
    }
}

/// The tensors of tokens as kernels bind them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Views {
    /// Element type of `q` and `k`.
    pub(crate) qk_dtype: DType,
    pub(crate) q: View,
    pub(crate) k: View,
    pub(crate) v: View,
    pub(crate) o: View,
    pub(crate) decay: Option<View>,
    pub(crate) beta: Option<View>,
}

impl Views {
    /// Straight from and to the caller.
    pub(crate) fn direct(p: &LinearAttention) -> Self {
        let view = |role, layout, element_bytes, heads_per_head| View {
            role,
            slot: Slot::Tensor(role),
            layout,
            shape: p.shape(role),
            element_bytes,
            heads_per_head,
            to_last_copy: 0,
        };
        let bytes = p.dtype.bytes();
        let decay = view(Role::Decay, p.decay_layout, p.decay_dtype().bytes(), 1);
        let beta = view(Role::Beta, p.beta_layout, p.rate_dtype.bytes(), 1);
        Self {
            qk_dtype: p.dtype,
            q: view(Role::Q, p.q_layout, bytes, p.group()),
            k: view(Role::K, p.k_layout, bytes, 1),
            v: view(Role::V, p.v_layout, bytes, 1),
            o: view(Role::O, p.o_layout, p.out_dtype.bytes(), p.group()),
            decay: (p.decay != Decay::None).then_some(decay),
            beta: (p.rule == UpdateRule::Delta).then_some(beta),
        }
    }

    fn all(&self) -> Vec<View> {
        let mut all = vec![self.q, self.k, self.v, self.o];
        all.extend(self.decay);
        all.extend(self.beta);
        all
    }

    /// Parts that fit the device's binding limit.
    pub(crate) fn parts(&self, p: &LinearAttention, caps: &DeviceCaps) -> Result<Vec<Part>> {
        let mut cuts = parts(&self.all(), if p.ragged.is_some() { 1 } else { p.batch }, p.kv_heads, caps)?;
        if p.ragged.is_some() {
            cuts.iter_mut().for_each(|part| part.batch = (0, p.batch));
        }
        Ok(cuts)
    }

    /// The bound ranges, in the order the kernels link them.
    pub(crate) fn binds(&self, part: Part, caps: &DeviceCaps) -> Vec<Bind> {
        self.all().iter().map(|v| v.bind(part, caps).0).collect()
    }

    /// Offset and steps of a view as the shader sees them.
    fn steps(p: &LinearAttention, view: Option<&View>, part: Part, caps: &DeviceCaps) -> [u32; 4] {
        let Some(view) = view else {
            return [0; 4];
        };
        // Strides and offsets were checked to fit 32 bits; ragged sequences share one batch.
        let [b, h, n] = view.layout.strides.map(|s| s as u32);
        let batch = if p.ragged.is_some() { 0 } else { b };
        [view.relative_offset(view.bind(part, caps).1), batch, h, n]
    }

    /// Parameters that follow from the problem and the part alone.
    pub(crate) fn params(&self, p: &LinearAttention, part: Part, caps: &DeviceCaps) -> LinearParams {
        let steps = |view| Self::steps(p, view, part, caps);
        let [q_offset, q_batch, q_head, q_row] = steps(Some(&self.q));
        let [k_offset, k_batch, k_head, k_row] = steps(Some(&self.k));
        let [v_offset, v_batch, v_head, v_row] = steps(Some(&self.v));
        let [o_offset, o_batch, o_head, o_row] = steps(Some(&self.o));
        let [decay_offset, decay_batch, decay_head, decay_row] = steps(self.decay.as_ref());
        let [beta_offset, beta_batch, beta_head, beta_row] = steps(self.beta.as_ref());
        #[rustfmt::skip]
        let params = LinearParams {
            group: p.group(),
            batch_base: part.batch.0,
            kv_head_base: part.heads.0,
            kv_head_count: part.heads.1 - part.heads.0,
            kv_heads: p.kv_heads,
            len: p.len,
            total_len: p.storage_len(),
            reverse: u32::from(p.direction == Direction::Reverse),
            q_offset, q_batch, q_head, q_row,
            k_offset, k_batch, k_head, k_row,
            v_offset, v_batch, v_head, v_row,
            o_offset, o_batch, o_head, o_row,
            decay_offset, decay_batch, decay_head, decay_row,
            beta_offset, beta_batch, beta_head, beta_row,
            scale: p.effective_scale(),
            eps: p.normaliser.unwrap_or(0.0),
            ..Default::default()
        };
        params
    }
}

/// Adds a dispatch for each part: a workgroup for every state, segment and slice of values.
pub(crate) fn push(
    p: &LinearAttention,
    views: &Views,
    key: &ShaderKey,
    tables: &[Bind],
    slices: LinearParams,
    (caps, plan): (&DeviceCaps, &mut Plan),
) -> Result<()> {
    check_bindings(key, caps)?;
    for part in views.parts(p, caps)? {
        let states = u64::from(part.heads.1 - part.heads.0) * u64::from(part.batch.1 - part.batch.0);
        let groups = states * u64::from(slices.v_slices) * u64::from(slices.segments.max(1));
        let grid = grid(groups, caps)?;
        let params = LinearParams {
            // At most u32::MAX, or `grid` had refused.
            groups: groups as u32,
            grid_x: grid[0],
            v_slices: slices.v_slices,
            segments: slices.segments.max(1),
            segment_len: slices.segment_len,
            ..views.params(p, part, caps)
        };
        let mut binds = views.binds(part, caps);
        binds.extend(tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    Ok(())
}

/// Constants that follow from the problem alone.
pub(crate) fn consts(p: &LinearAttention) -> Vec<(&'static str, Const)> {
    vec![
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("V_DIM", Const::U32(p.v_dim)),
        ("STATE_COLUMNS", Const::U32(p.state_columns())),
        ("DELTA", Const::Bool(p.rule == UpdateRule::Delta)),
        ("DECAY", Const::Bool(p.decay != Decay::None)),
        ("DECAY_CHANNEL", Const::Bool(p.decay == Decay::PerChannel)),
        ("NORMALISE", Const::Bool(p.normaliser.is_some())),
        ("BONUS", Const::Bool(p.bonus)),
    ]
}

/// Links lengths and the places of rows; the binding, if there is one.
pub(crate) fn link_tokens(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    if p.ragged.is_some() {
        io.key.fragments.push(shader::TOKENS_RAGGED);
        let size = 4 * (u64::from(p.batch) + 1);
        bind_f32(io, binds, (Role::CuSeqlensQ, "u32", Access::Read), size);
    } else {
        io.key.fragments.push(shader::TOKENS_FIXED);
    }
    io.key.fragments.extend([shader::GROUP_LIB, shader::RECURRENCE_INDEX]);
}

/// Links decays of a type, and rates as the caller gives them.
pub(crate) fn link_rates(p: &LinearAttention, decays: DType, io: &mut KeyIo<'_>) {
    if p.decay == Decay::None {
        io.key.fragments.push(shader::DECAY_NONE);
    } else {
        io.elements("decay", decays, shader::DECAY_SCALAR, shader::DECAY_WORDS);
    }
    if p.rule == UpdateRule::Delta {
        io.elements("beta", p.rate_dtype, shader::BETA_SCALAR, shader::BETA_WORDS);
    } else {
        io.key.fragments.push(shader::BETA_NONE);
    }
}

/// Links the state before the first token and after the last.
pub(crate) fn link_state(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    let slots = [Slot::Tensor(Role::StateIn), Slot::Tensor(Role::StateOut)];
    link_state_at(p.state, slots, 4 * p.state_elements(), io, binds);
}

/// Links states of `size` bytes at these places, before and after.
pub(crate) fn link_state_at(
    state: StateUse,
    [before, after]: [Slot; 2],
    size: u64,
    io: &mut KeyIo<'_>,
    binds: &mut Vec<Bind>,
) {
    let (load, store): (Fragment, Fragment) = match state {
        StateUse::None => (shader::STATE_ZERO, shader::STATE_DROP),
        StateUse::In => (shader::STATE_IN, shader::STATE_DROP),
        StateUse::Out => (shader::STATE_ZERO, shader::STATE_OUT),
        StateUse::InOut => (shader::STATE_IN, shader::STATE_OUT),
        StateUse::InPlace => (shader::STATE_OWN, shader::STATE_OUT),
    };
    io.key.fragments.extend([load, store]);
    let mut bind = |role: Role, access, slot| {
        io.key.bindings.push(Binding { name: role.name(), element: "f32", access });
        binds.push(Bind { slot, offset: 0, size });
    };
    if load == shader::STATE_IN {
        bind(Role::StateIn, Access::Read, before);
    }
    if state.writes() {
        bind(Role::StateOut, Access::ReadWrite, after);
    }
}

/// Links the bonus.
pub(crate) fn link_bonus(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    io.key.fragments.push(if p.bonus { shader::BONUS_GIVEN } else { shader::BONUS_NONE });
    if p.bonus {
        let size = 4 * u64::from(p.kv_heads) * u64::from(p.qk_dim);
        bind_f32(io, binds, (Role::Bonus, "f32", Access::Read), size);
    }
}

/// A whole tensor of 32-bit elements.
fn bind_f32(
    io: &mut KeyIo<'_>,
    binds: &mut Vec<Bind>,
    (role, element, access): (Role, &'static str, Access),
    size: u64,
) {
    io.key.bindings.push(Binding { name: role.name(), element, access });
    binds.push(Bind { slot: Slot::Tensor(role), offset: 0, size });
}
