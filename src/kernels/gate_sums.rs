//! Running sums of gates along the keys of a row.

use super::LINEAR_WORKGROUP;
use super::io;
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::Role;
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, params};

params! {
    /// Parameters of `gate_sums.wgsl`.
    GateSumsParams { grid_x: u32, rows: u32, q_len: u32, kv_len: u32, most: f32, }
}

/// Positions counted by gates: `o_ij = min(sum_{k=j..i} sigmoid(s_ik), most)` for `j <= i`, and 0 after,
/// from [`Role::Scores`] f32 `[rows, kv_len]` to [`Role::O`] of the same shape; row `r` stands at key
/// `r % q_len`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GateSums {
    /// Rows of all heads.
    pub rows: u32,
    /// Rows of a head.
    pub q_len: u32,
    /// Keys.
    pub kv_len: u32,
    /// Largest sum.
    pub most: f32,
}

impl Problem for GateSums {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        crate::error::finite("most", self.most)?;
        let cells = u64::from(self.rows) * u64::from(self.kv_len);
        in_range("rows times kv_len", cells, 0, u32::MAX.into())?;
        let tensors = vec![(Role::Scores, 4 * cells, false), (Role::O, 4 * cells, true)];
        let mut plan = Plan::of(tensors, 3 * cells);
        if cells == 0 {
            return Ok(plan);
        }
        in_range("q_len", self.q_len.into(), 1, u32::MAX.into())?;
        caps.check_rounds("gate_sums", u64::from(self.kv_len) + 2)?;
        let mut key = io::empty_key("gate_sums", GateSumsParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        for (name, access) in [("scores", Access::Read), ("o", Access::ReadWrite)] {
            key.bindings.push(Binding { name, element: "f32", access });
        }
        key.fragments = vec![shader::GROUP_LIB, shader::GATE_SUMS];
        let grid = grid(u64::from(self.rows).div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let &Self { rows, q_len, kv_len, most } = self;
        let params = GateSumsParams { grid_x: grid[0], rows, q_len, kv_len, most };
        let bind = |role| Bind { slot: Slot::Tensor(role), offset: 0, size: 4 * cells };
        plan.dispatch(key, &params, vec![bind(Role::Scores), bind(Role::O)], grid, caps)?;
        let why = format!("{rows} rows of {kv_len} gates");
        plan.take("gate_sums", why);
        Ok(plan)
    }
}
