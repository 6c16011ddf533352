//! Softmax attention of one query over every prefix of a sequence, as a scan.

use super::attention::MAX_AXIS;
use super::linear::MAX_STATE_DIM;
use super::{DType, Layout, Role, StateUse};
use crate::error::{Error, Result, finite, in_range};

/// Outputs of one query over the first 1, 2, ... keys: the running maximum, sum and output of an
/// online softmax (Feng et al. 2024, Attention as an RNN). Time is linear in the length, and a
/// streaming step is a call of the new tokens alone.
///
/// `o_t = sum_{j<=t} exp(s_j - lse_t) v_j`, `lse_t = log sum_{j<=t} exp(s_j)`, `s_j = scale q.k_j`.
/// A state is a partial result, f32 `[batch, heads, v_dim + 1]`: the output, then the
/// log-sum-exp. States of neighbouring ranges of tokens join as [`crate::Merge`] joins results;
/// without one before, the scan starts from nothing (`lse = -inf`).
///
/// Tensors: [`Role::Q`] `[batch, heads, 1, qk_dim]`, [`Role::K`] `[batch, heads, len, qk_dim]`,
/// [`Role::V`] and [`Role::O`] `[batch, heads, len, v_dim]`, and if asked for [`Role::Lse`] f32
/// `[batch, heads, len]`.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefixScan {
    /// Sequences, at most 2^28.
    pub batch: u32,
    /// Heads, 1 to 65,536.
    pub heads: u32,
    /// Tokens, 1 to 2^28.
    pub len: u32,
    /// Size of the query and of a key, 1 to 512.
    pub qk_dim: u32,
    /// Size of a value, 1 to 512.
    pub v_dim: u32,
    /// Element type of inputs and output.
    pub dtype: DType,
    /// Factor of the scores; `None` is `1 / sqrt(qk_dim)`.
    pub scale: Option<f32>,
    /// State in and out.
    pub state: StateUse,
    /// Whether the log-sum-exps are wanted.
    pub lse: bool,
    /// View of the query; its length is one.
    pub q_layout: Layout,
    /// View of the keys.
    pub k_layout: Layout,
    /// View of the values.
    pub v_layout: Layout,
    /// View of the output.
    pub o_layout: Layout,
}

impl PrefixScan {
    /// Contiguous `bhnd` in f32, sizes alike, without states.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32) -> Self {
        let layout = Layout::bhnd(heads, len, dim);
        Self {
            batch,
            heads,
            len,
            qk_dim: dim,
            v_dim: dim,
            dtype: DType::F32,
            scale: None,
            state: StateUse::None,
            lse: false,
            q_layout: Layout::bhnd(heads, 1, dim),
            k_layout: layout,
            v_layout: layout,
            o_layout: layout,
        }
    }

    /// Sets the size of values. Contiguous `bhnd` again.
    pub fn v_dim(mut self, v_dim: u32) -> Self {
        self.v_dim = v_dim;
        self.v_layout = Layout::bhnd(self.heads, self.len, v_dim);
        self.o_layout = self.v_layout;
        self
    }

    /// The factor of the scores.
    pub fn effective_scale(&self) -> f32 {
        self.scale.unwrap_or(1.0 / (self.qk_dim as f32).sqrt())
    }

    /// Shape in memory of a view.
    pub fn shape(&self, role: Role) -> [u32; 4] {
        match role {
            Role::Q => [self.batch, self.heads, 1, self.qk_dim],
            Role::K => [self.batch, self.heads, self.len, self.qk_dim],
            _ => [self.batch, self.heads, self.len, self.v_dim],
        }
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for sizes past their bounds, [`Error::BadScalar`] for a scale that
    /// is not finite, [`Error::IndexOverflow`] for views past 32-bit indices,
    /// [`Error::Contradiction`] for an output that overlaps itself, or a state in place of more than
    /// 256 columns.
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("qk_dim", self.qk_dim.into(), 1, MAX_STATE_DIM.into())?;
        in_range("v_dim", self.v_dim.into(), 1, MAX_STATE_DIM.into())?;
        in_range("batch", self.batch.into(), 0, MAX_AXIS)?;
        in_range("len", self.len.into(), 1, MAX_AXIS)?;
        finite("scale", self.effective_scale())?;
        let views = [
            (Role::Q, self.q_layout),
            (Role::K, self.k_layout),
            (Role::V, self.v_layout),
            (Role::O, self.o_layout),
        ];
        let mut all = Vec::new();
        for (role, layout) in views {
            let elements = layout.check(role.name(), self.shape(role))?;
            all.push((role, elements * self.dtype.bytes(), role == Role::O));
        }
        self.o_layout.check_disjoint("o", self.shape(Role::O))?;
        let rows = u64::from(self.batch) * u64::from(self.heads);
        let (needed, limit) = (rows * u64::from(self.len), u64::from(u32::MAX));
        if needed > limit {
            return Err(Error::IndexOverflow { what: "lse".into(), needed, limit });
        }
        if self.state == StateUse::InPlace && self.v_dim > 256 {
            return Err(Error::Contradiction {
                what: "state",
                why: "value slices share the log-sum-exp, so it needs two buffers".into(),
            });
        }
        let state = 4 * rows * (u64::from(self.v_dim) + 1);
        if matches!(self.state, StateUse::In | StateUse::InOut) {
            all.push((Role::StateIn, state, false));
        }
        if self.state.writes() {
            all.push((Role::StateOut, state, true));
        }
        if self.lse {
            all.push((Role::Lse, 4 * needed, true));
        }
        Ok(all)
    }
}
