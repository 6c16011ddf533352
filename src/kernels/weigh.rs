//! Weighted sums of values by given weights.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role, product};
use crate::shader::{self, Access, Binding, Const, ShaderKey, params};

params! {
    /// Parameters of `weigh_given.wgsl`.
    WeighParams {
        grid_x: u32, rows: u32, heads: u32, len: u32, kv_len: u32,
        weight_offset: u32, weight_batch: u32, weight_head: u32, weight_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
    }
}

/// Sums of values by weights that are given, not computed: `o_i = sum_j w_ij v_j`.
///
/// The weights are [`Role::Scores`], f32 `[batch, heads, q_len, kv_len]`: those of an earlier
/// layer ([`crate::ScoreStage::Weights`]), of a convolution, or learned. A weight of 0 hides a value,
/// even NaN.
#[derive(Debug, Clone, PartialEq)]
pub struct Weigh {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Rows of the output.
    pub q_len: u32,
    /// Values of a sequence.
    pub kv_len: u32,
    /// Size of a value, 1 to 1,024.
    pub dim: u32,
    /// Element type of values and output.
    pub dtype: DType,
    /// Only weights with `j <= i` are read: the others count as 0.
    pub causal: bool,
    /// View of the weights; strides of 0 share them.
    pub weight_layout: Layout,
    /// View of the values ([`Role::V`]), `[batch, heads, kv_len, dim]`.
    pub v_layout: Layout,
    /// View of the output ([`Role::O`]).
    pub o_layout: Layout,
}

impl Weigh {
    /// Weights of every head, everything contiguous `bhnd` in f32.
    pub fn new(batch: u32, heads: u32, q_len: u32, kv_len: u32, dim: u32) -> Self {
        Self {
            batch,
            heads,
            q_len,
            kv_len,
            dim,
            dtype: DType::F32,
            causal: false,
            weight_layout: Layout::bhnd(heads, q_len, kv_len),
            v_layout: Layout::bhnd(heads, kv_len, dim),
            o_layout: Layout::bhnd(heads, q_len, dim),
        }
    }

    /// Role, view, shape and element type of every tensor.
    fn views(&self) -> [(Role, Layout, [u32; 4], DType); 3] {
        let shape = |len, dim| [self.batch, self.heads, len, dim];
        [
            (Role::Scores, self.weight_layout, shape(self.q_len, self.kv_len), DType::F32),
            (Role::V, self.v_layout, shape(self.kv_len, self.dim), self.dtype),
            (Role::O, self.o_layout, shape(self.q_len, self.dim), self.dtype),
        ]
    }

    /// Checks the description.
    ///
    /// # Errors
    /// As [`crate::Attention::validate`].
    pub fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, crate::problem::MAX_DIM.into())?;
        for (role, layout, shape, _) in self.views() {
            layout.check(role.name(), shape)?;
        }
        self.o_layout.check_disjoint("o", [self.batch, self.heads, self.q_len, self.dim])?;
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.q_len);
        in_range("rows", rows * u64::from(self.dim.div_ceil(4)), 0, u32::MAX.into())
    }

    fn key(&self, caps: &DeviceCaps) -> ShaderKey {
        let mut key = io::empty_key("weigh_given", WeighParams::WGSL);
        key.consts = vec![
            ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
            ("V_DIM", Const::U32(self.dim)),
            ("CAUSAL", Const::Bool(self.causal)),
        ];
        key.bindings.push(Binding { name: "scores", element: "f32", access: Access::Read });
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_v_rows(self.dtype, self.v_layout, self.dim);
        io.store(self.dtype, self.o_layout, self.dim);
        key.fragments.extend([shader::GROUP_LIB, shader::WEIGH_GIVEN]);
        key
    }

    /// Strides, offsets and sizes; all were checked to fit 32 bits.
    fn params(&self, rows: u64, grid: [u32; 2]) -> WeighParams {
        let steps = |layout: Layout| layout.strides.map(|s| s as u32);
        let [weight_batch, weight_head, weight_row] = steps(self.weight_layout);
        let [v_batch, v_head, v_row] = steps(self.v_layout);
        let [o_batch, o_head, o_row] = steps(self.o_layout);
        WeighParams {
            grid_x: grid[0],
            rows: rows as u32,
            heads: self.heads,
            len: self.q_len,
            kv_len: self.kv_len,
            weight_offset: self.weight_layout.offset as u32,
            weight_batch,
            weight_head,
            weight_row,
            v_offset: self.v_layout.offset as u32,
            v_batch,
            v_head,
            v_row,
            o_offset: self.o_layout.offset as u32,
            o_batch,
            o_head,
            o_row,
        }
    }
}

impl Problem for Weigh {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let views = self.views();
        let bytes = |(role, layout, shape, dtype): &(Role, Layout, [u32; 4], DType)| {
            (*role, layout.extent(*shape).unwrap_or(0) * dtype.bytes(), *role == Role::O)
        };
        let tensors: Vec<_> = views.iter().map(bytes).collect();
        let rows = product(&[self.batch, self.heads, self.q_len]);
        let flops = product(&[2, self.batch, self.heads, self.q_len, self.kv_len, self.dim]);
        let mut plan = Plan::of(tensors, flops);
        if rows == 0 {
            return Ok(plan);
        }
        let grid = grid((rows * u64::from(self.dim.div_ceil(4))).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        caps.check_rounds("weigh_given", u64::from(self.kv_len) + 1)?;
        plan.dispatch_whole(self.key(caps), &self.params(rows, grid), grid, caps)?;
        let why = format!("{rows} rows of {} given weights", self.kv_len);
        plan.take("weigh_given", why);
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    #[test]
    fn shared_weights_are_read_and_overlapping_rows_refused() {
        let caps = DeviceCaps::webgpu_minimum();
        let shared = Layout { offset: 0, strides: [0, 0, 5] };
        let p = Weigh { weight_layout: shared, ..Weigh::new(2, 3, 4, 5, 6) };
        let plan = p.plan(&caps, &Policy::default()).unwrap();
        assert_eq!(plan.tensors[0], (Role::Scores, 4 * 20, false));
        let bad = Weigh { o_layout: Layout { offset: 0, strides: [0, 24, 6] }, ..p };
        let err = bad.plan(&caps, &Policy::default()).unwrap_err();
        assert!(matches!(err, Error::Contradiction { what: "o", .. }), "{err}");
    }
}
