//! Strided copies: appending to a key-value cache, joining past and new tokens.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Const, params};

params! {
    /// Parameters of kernels that map one strided tensor to another.
    MapParams {
        grid_x: u32, rows: u32, heads: u32, len: u32, dim: u32,
        input_offset: u32, input_batch: u32, input_head: u32, input_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        rotary_dim: u32, table_batch: u32, table_rows: u32,
        block: u32, stride: u32, lead: u32, tokens: u32,
    }
}

impl MapParams {
    /// Strides, offsets and sizes; all were checked to fit 32 bits.
    pub(crate) fn new(shape: [u32; 4], input: Layout, output: Layout, grid: [u32; 2]) -> Self {
        let [batch, heads, len, dim] = shape;
        let [input_batch, input_head, input_row] = input.strides.map(|s| s as u32);
        let [o_batch, o_head, o_row] = output.strides.map(|s| s as u32);
        Self {
            grid_x: grid[0],
            rows: batch * heads * len,
            heads,
            len,
            dim,
            input_offset: input.offset as u32,
            input_batch,
            input_head,
            input_row,
            o_offset: output.offset as u32,
            o_batch,
            o_head,
            o_row,
            ..Self::default()
        }
    }
}

/// Copies a strided `[batch, heads, len, dim]` tensor, [`Role::Input`] to [`Role::O`]. The
/// output view may have gaps (a cache with room): they are left as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct StridedCopy {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Tokens.
    pub len: u32,
    /// Features of a head.
    pub dim: u32,
    /// Element type of both.
    pub dtype: DType,
    /// View of the input.
    pub input_layout: Layout,
    /// View of the output.
    pub output_layout: Layout,
}

impl StridedCopy {
    fn shape(&self) -> [u32; 4] {
        [self.batch, self.heads, self.len, self.dim]
    }

    fn bytes(&self, layout: Layout) -> u64 {
        layout.extent(self.shape()).unwrap_or(0) * self.dtype.bytes()
    }

    fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        self.input_layout.check("input", self.shape())?;
        self.output_layout.check("o", self.shape())?;
        self.output_layout.check_disjoint("o", self.shape())?;
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len);
        in_range("rows", rows * u64::from(self.dim.div_ceil(4)), 0, u32::MAX.into())
    }

    /// Adds the dispatch.
    pub(crate) fn record(&self, from: Slot, to: Slot, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        self.validate()?;
        let mut key = io::empty_key("copy", MapParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.store(self.dtype, self.output_layout, self.dim);
        key.fragments.extend([shader::GROUP_LIB, shader::PLACE_LIB, shader::COPY]);
        let shape = self.shape();
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len);
        if rows == 0 {
            return Ok(());
        }
        let grid = grid((rows * u64::from(self.dim.div_ceil(4))).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = MapParams::new(shape, self.input_layout, self.output_layout, grid);
        let bind = |slot, bytes: u64| Bind { slot, offset: 0, size: bytes.next_multiple_of(4) };
        let binds = vec![bind(from, self.bytes(self.input_layout)), bind(to, self.bytes(self.output_layout))];
        plan.dispatch(key, &params, binds, grid, caps)?;
        plan.take("copy", format!("{rows} rows"));
        Ok(())
    }
}

impl Problem for StridedCopy {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let tensors = vec![
            (Role::Input, self.bytes(self.input_layout), false),
            (Role::O, self.bytes(self.output_layout), true),
        ];
        let mut plan = Plan::of(tensors, 0);
        self.record(Slot::Tensor(Role::Input), Slot::Tensor(Role::O), caps, &mut plan)?;
        Ok(plan)
    }
}
