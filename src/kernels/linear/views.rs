//! The tensors of a recurrence as kernels bind them.

use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Part, Plan, View, grid, parts};
use crate::problem::{DType, Direction, LinearAttention, Role, UpdateRule};
use crate::record::{Bind, Slot};
use crate::shader::{ShaderKey, params};

params! {
    /// Parameters of every kernel of the recurrence engine.
    LinearParams {
        groups: u32, grid_x: u32, v_slices: u32, group: u32,
        batch_base: u32, kv_head_base: u32, kv_head_count: u32, kv_heads: u32,
        q_token_heads: u32, token_heads: u32, reverse_from: u32, outputs: u32,
        len: u32, first: u32, whole: u32, total_len: u32, chunks: u32,
        segments: u32, segment_len: u32,
        q_offset: u32, q_batch: u32, q_head: u32, q_row: u32,
        k_offset: u32, k_batch: u32, k_head: u32, k_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        decay_offset: u32, decay_batch: u32, decay_head: u32, decay_row: u32,
        beta_offset: u32, beta_batch: u32, beta_head: u32, beta_row: u32,
        removal_offset: u32, removal_batch: u32, removal_head: u32, removal_row: u32,
        scale: f32, eps: f32,
    }
}

/// The tensors of tokens as kernels bind them, and the places of states.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Views {
    /// Element type of `q` and `k`.
    pub(crate) qk_dtype: DType,
    /// Element type of `o`.
    pub(crate) o_dtype: DType,
    /// Element type of `decay`.
    pub(crate) decay_dtype: DType,
    pub(crate) q: View,
    pub(crate) k: View,
    pub(crate) v: View,
    pub(crate) o: View,
    pub(crate) decay: Option<View>,
    pub(crate) beta: Option<View>,
    pub(crate) removal: Option<View>,
    /// Where states before the first token and after the last lie.
    pub(crate) state: [Slot; 2],
    /// Whether outputs are wanted, or only the state.
    pub(crate) outputs: bool,
    /// Steps that were taken before the first of these, and steps of the longest sequence in all.
    pub(crate) steps: (u32, u32),
    /// Of both directions the only one that is walked: its heads of states.
    pub(crate) way: Option<Direction>,
}

impl Views {
    /// Straight from and to the caller.
    pub(crate) fn direct(p: &LinearAttention) -> Self {
        // Heads of tokens serve the states of both directions: every part binds all of them.
        let both = p.direction == Direction::Both;
        let view = |role, layout, dtype: DType, per_head: u32, shared: bool| View {
            role,
            slot: Slot::Tensor(role),
            layout,
            shape: p.shape(role),
            element_bytes: dtype.bytes(),
            heads_per_head: if both && shared { 1 << 16 } else { per_head },
            to_last_copy: 0,
        };
        let decay = view(Role::Decay, p.decay_layout, p.decay_dtype(), 1, false);
        let beta = view(Role::Beta, p.beta_layout, p.rate_dtype, 1, true);
        let removal = view(Role::Removal, p.removal_layout, p.dtype, 1, true);
        let mut o = view(Role::O, p.o_layout, p.out_dtype, p.group(), false);
        o.shape[1] *= p.direction.states();
        Self {
            qk_dtype: p.dtype,
            o_dtype: p.out_dtype,
            decay_dtype: p.decay_dtype(),
            q: view(Role::Q, p.q_layout, p.dtype, p.group(), true),
            k: view(Role::K, p.k_layout, p.dtype, 1, true),
            v: view(Role::V, p.v_layout, p.dtype, 1, true),
            o,
            decay: p.decay.is_given().then_some(decay),
            beta: p.rule.has_rates().then_some(beta),
            removal: (p.rule == UpdateRule::RankOne).then_some(removal),
            state: [Slot::Tensor(Role::StateIn), Slot::Tensor(Role::StateOut)],
            outputs: true,
            steps: (0, p.len),
            way: None,
        }
    }

    /// The views of `len` tokens from token `from` on.
    pub(crate) fn cut(&self, from: u32, len: u32) -> Self {
        let cut = |view: View| view.cut(from, len);
        Self {
            q: cut(self.q),
            k: cut(self.k),
            v: cut(self.v),
            o: cut(self.o),
            decay: self.decay.map(cut),
            beta: self.beta.map(cut),
            removal: self.removal.map(cut),
            ..*self
        }
    }

    /// The views of a piece of the walk of `p`: `len` steps after the first `first`. Packed
    /// sequences have ends of their own, so that kernels cut those.
    pub(crate) fn piece(&self, p: &LinearAttention, [first, len]: [u32; 2], way: Option<Direction>) -> Self {
        let back = way.unwrap_or(p.direction) == Direction::Reverse;
        let cut = match (p.ragged, back) {
            (Some(_), _) => *self,
            (None, true) => self.cut(p.len - first - len, len),
            (None, false) => self.cut(first, len),
        };
        Self { steps: (first, p.len), way, ..cut }
    }

    /// Walks of this kind that the problem takes.
    pub(crate) fn ways(&self) -> u64 {
        if self.way.is_some() { 2 } else { 1 }
    }

    fn all(&self) -> Vec<View> {
        let mut all = vec![self.q, self.k, self.v, self.o];
        all.extend(self.decay);
        all.extend(self.beta);
        all.extend(self.removal);
        all
    }

    /// Parts that fit the device's binding limit.
    pub(crate) fn parts(&self, p: &LinearAttention, caps: &DeviceCaps) -> Result<Vec<Part>> {
        let batch = if p.ragged.is_some() { 1 } else { p.batch };
        let mut cuts = parts(&self.all(), batch, p.state_heads(), caps)?;
        if p.ragged.is_some() {
            cuts.iter_mut().for_each(|part| part.batch = (0, p.batch));
        }
        let walked = match self.way {
            None => (0, p.state_heads()),
            Some(Direction::Reverse) => (p.kv_heads, p.state_heads()),
            Some(_) => (0, p.kv_heads),
        };
        cuts.iter_mut().for_each(|part| {
            part.heads = (part.heads.0.max(walked.0), part.heads.1.min(walked.1));
        });
        cuts.retain(|part| part.heads.0 < part.heads.1);
        Ok(cuts)
    }

    /// The bound ranges, in the order the kernels link them.
    pub(crate) fn binds(&self, part: Part, caps: &DeviceCaps) -> Vec<Bind> {
        self.all().iter().map(|v| v.bind(part, caps).0).collect()
    }

    /// Offset and steps of a view as the shader sees them.
    pub(crate) fn steps(p: &LinearAttention, view: Option<&View>, part: Part, caps: &DeviceCaps) -> [u32; 4] {
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
        let [removal_offset, removal_batch, removal_head, removal_row] = steps(self.removal.as_ref());
        #[rustfmt::skip]
        let params = LinearParams {
            group: p.group(),
            batch_base: part.batch.0,
            kv_head_base: part.heads.0,
            kv_head_count: part.heads.1 - part.heads.0,
            kv_heads: p.state_heads(),
            q_token_heads: p.q_heads,
            token_heads: p.kv_heads,
            reverse_from: match self.way.unwrap_or(p.direction) {
                Direction::Reverse => 0,
                Direction::Both => p.kv_heads,
                _ => u32::MAX,
            },
            outputs: u32::from(self.outputs),
            len: p.len,
            first: self.steps.0,
            whole: self.steps.1,
            total_len: p.storage_len(),
            q_offset, q_batch, q_head, q_row,
            k_offset, k_batch, k_head, k_row,
            v_offset, v_batch, v_head, v_row,
            o_offset, o_batch, o_head, o_row,
            decay_offset, decay_batch, decay_head, decay_row,
            beta_offset, beta_batch, beta_head, beta_row,
            removal_offset, removal_batch, removal_head, removal_row,
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
            chunks: slices.chunks,
            ..views.params(p, part, caps)
        };
        let mut binds = views.binds(part, caps);
        binds.extend(tables);
        plan.dispatch(key.clone(), &params, binds, grid, caps)?;
    }
    Ok(())
}
