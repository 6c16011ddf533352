//! Sums of branches weighted by gates.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use super::merge::{Merge, MergeParams};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role};
use crate::shader::{self, Access, Binding, Const};

/// Adds partial outputs, each row times the gate of its branch: `o = sum_p gate_p o_p`.
///
/// Tensors: [`Role::PartialO`] f32 `[parts, batch, heads, len, dim]` and [`Role::Gates`] f32
/// `[parts, batch, heads, len]`, both contiguous; [`Role::O`].
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Branches.
    pub parts: u32,
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Rows of a head.
    pub len: u32,
    /// Size of a row of the output, 1 to 1,024.
    pub dim: u32,
    /// Element type of the output.
    pub dtype: DType,
    /// View of the output.
    pub layout: Layout,
}

impl Problem for Gate {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let merge = Merge {
            parts: self.parts,
            batch: self.batch,
            heads: self.heads,
            len: self.len,
            dim: self.dim,
            dtype: self.dtype,
            layout: self.layout,
            lse: false,
        };
        merge.validate()?;
        let (rows, parts, dim) = (merge.rows(), u64::from(self.parts), u64::from(self.dim));
        let shape = [self.batch, self.heads, self.len, self.dim];
        let o_bytes = self.layout.extent(shape).unwrap_or(0) * self.dtype.bytes();
        let tensors = vec![
            (Role::PartialO, 4 * rows * parts * dim, false),
            (Role::Gates, 4 * rows * parts, false),
            (Role::O, o_bytes, true),
        ];
        let mut plan = Plan::of(tensors, 2 * rows * parts * dim);
        if rows == 0 {
            return Ok(plan);
        }
        caps.check_rounds("gate", parts + 1)?;
        let mut key = io::empty_key("gate", MergeParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("V_DIM", Const::U32(self.dim))];
        for role in [Role::PartialO, Role::Gates] {
            key.bindings.push(Binding { name: role.name(), element: "f32", access: Access::Read });
        }
        KeyIo { key: &mut key, caps }.store(self.dtype, self.layout, self.dim);
        key.fragments.extend([shader::GROUP_LIB, shader::PARTIAL_LIB, shader::GATE]);
        let grid = grid((rows * u64::from(self.dim.div_ceil(4))).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        plan.dispatch_whole(key, &merge.params(grid), grid, caps)?;
        let why = format!("{parts} branches of {rows} rows");
        plan.take("gate", why);
        Ok(plan)
    }
}
