//! Rotary position embedding.

use super::LINEAR_WORKGROUP;
use super::copy::MapParams;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{Role, Rotary};
use crate::shader::{self, Access, Binding, Const};

impl Problem for Rotary {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let shape = [self.batch, self.heads, self.len, self.dim];
        let bytes = |layout: crate::Layout| layout.extent(shape).unwrap_or(0) * self.dtype.bytes();
        let table = self.rows() * u64::from(self.rotary_dim / 2) * self.dtype.bytes();
        let mut tensors = vec![
            (Role::Input, bytes(self.input_layout), false),
            (Role::O, bytes(self.output_layout), true),
            (Role::Cos, table, false),
            (Role::Sin, table, false),
        ];
        if self.table_rows.is_some() {
            tensors.push((Role::Positions, 4 * u64::from(self.batch) * u64::from(self.len), false));
        }
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len);
        let mut plan = Plan::of(tensors, 3 * rows * u64::from(self.rotary_dim));
        if rows == 0 {
            return Ok(plan);
        }

        let mut key = io::empty_key("rotary", MapParams::WGSL);
        key.consts =
            vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("INTERLEAVED", Const::Bool(self.interleaved))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.store(self.dtype, self.output_layout, self.dim);
        io.elements("cos_table", self.dtype);
        io.elements("sin_table", self.dtype);
        if self.table_rows.is_some() {
            key.bindings.push(Binding { name: "positions", element: "u32", access: Access::Read });
            key.fragments.push(shader::POSITION_GIVEN);
        } else {
            key.fragments.push(shader::POSITION_OWN);
        }
        key.fragments.extend([shader::GROUP_LIB, shader::PLACE_LIB, shader::ROTARY]);

        let grid = grid((rows * u64::from(self.dim.div_ceil(4))).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = MapParams {
            rotary_dim: self.rotary_dim,
            table_rows: self.table_rows.unwrap_or(0),
            ..MapParams::new(shape, self.input_layout, self.output_layout, grid)
        };
        plan.dispatch_whole(key, &params, grid, caps)?;
        plan.take("rotary", format!("{rows} rows"));
        Ok(plan)
    }
}
