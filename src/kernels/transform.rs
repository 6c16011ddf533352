//! Products of tokens with block-diagonal matrices of their own.

use super::LINEAR_WORKGROUP;
use super::copy::MapParams;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role, product};
use crate::shader::{self, Access, Binding, Const};

/// Multiplies every token by a block-diagonal matrix of its own, the same for all heads:
/// [`Role::Input`] `[batch, heads, len, dim]` to [`Role::O`], features `n block .. (n + 1) block` by
/// matrix `n` of [`Role::Weight`], f32 `[batch, len, dim / block, block, block]`.
///
/// Rotary positions are the case of rotations of the plane; poses need blocks of 3 or 4.
#[derive(Debug, Clone, PartialEq)]
pub struct Transform {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Tokens.
    pub len: u32,
    /// Features of a head.
    pub dim: u32,
    /// Side of a matrix, a divisor of `dim`.
    pub block: u32,
    /// Element type of input and output.
    pub dtype: DType,
    /// View of the matrices as `[batch, 1, len, dim * block]`.
    pub matrix_layout: Layout,
    /// View of the input.
    pub input_layout: Layout,
    /// View of the output.
    pub output_layout: Layout,
}

impl Transform {
    /// Contiguous `bhnd` in f32.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32, block: u32) -> Self {
        let layout = Layout::bhnd(heads, len, dim);
        let matrix_layout = Layout::bhnd(1, len, dim.saturating_mul(block));
        let (input_layout, output_layout) = (layout, layout);
        Self { batch, heads, len, dim, block, dtype: DType::F32, matrix_layout, input_layout, output_layout }
    }

    fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 14)?;
        in_range("block", self.block.into(), 1, 1 << 14)?;
        if !self.dim.is_multiple_of(self.block) {
            let why = format!("{} does not divide the head's size {}", self.block, self.dim);
            return Err(Error::Contradiction { what: "block", why });
        }
        let shape = [self.batch, self.heads, self.len, self.dim];
        let matrices = [self.batch, 1, self.len, self.dim * self.block];
        self.output_layout.check_disjoint("o", shape)?;
        let fours = product(&[self.batch, self.heads, self.len, self.dim.div_ceil(4)]);
        in_range("rows", fours, 0, u32::MAX.into())?;
        Ok(vec![
            (Role::Input, self.input_layout.check("input", shape)? * self.dtype.bytes(), false),
            (Role::Weight, self.matrix_layout.check("weight", matrices)? * 4, false),
            (Role::O, self.output_layout.check("o", shape)? * self.dtype.bytes(), true),
        ])
    }
}

impl Problem for Transform {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len);
        let mut plan = Plan::of(tensors, 2 * rows * u64::from(self.dim) * u64::from(self.block));
        if rows == 0 {
            return Ok(plan);
        }
        caps.check_rounds("transform", 4 * (u64::from(self.block) + 2))?;
        let mut key = io::empty_key("transform", MapParams::WGSL);
        let steps = self.matrix_layout.strides;
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("BLOCK", Const::U32(self.block))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.key.bindings.push(Binding { name: "weight", element: "f32", access: Access::Read });
        io.store(self.dtype, self.output_layout, self.dim);
        key.fragments.extend([shader::GROUP_LIB, shader::PLACE_LIB, shader::TRANSFORM]);
        let grid = grid((rows * u64::from(self.dim.div_ceil(4))).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        // Checked to fit 32 bits.
        let params = MapParams {
            table_batch: steps[0] as u32,
            table_rows: steps[2] as u32,
            block: self.matrix_layout.offset as u32,
            ..MapParams::new(
                [self.batch, self.heads, self.len, self.dim],
                self.input_layout,
                self.output_layout,
                grid,
            )
        };
        plan.dispatch_whole(key, &params, grid, caps)?;
        let why = format!("{rows} rows by blocks of {}", self.block);
        plan.take("transform", why);
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_must_divide_a_head() {
        let caps = DeviceCaps::webgpu_minimum();
        let plan = |block| Transform::new(1, 2, 3, 12, block).plan(&caps, &Policy::default());
        assert_eq!(plan(4).unwrap().tensors[1], (Role::Weight, 4 * 3 * 3 * 16, false));
        assert!(matches!(plan(5).unwrap_err(), Error::Contradiction { what: "block", .. }));
    }
}
