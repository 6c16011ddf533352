//! What a device can do at most, measured by small shaders: rates that the times of kernels are
//! compared with.

use super::{io, matrix};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, Tier, grid};
use crate::problem::Role;
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, ShaderKey, params};

params! {
    /// Parameters of the shaders.
    CeilingParams { grid_x: u32, rounds: u32, }
}

/// A part of a device that sets a bound to kernels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Multiply-adds of f32 in registers, as `a * b + c`.
    F32,
    /// The same as `fma`, which some compilers take at its word: twice as fast, or emulated.
    F32Fused,
    /// Multiply-adds of f16 in registers, where `SHADER_F16` is.
    F16,
    /// The same as `fma`.
    F16Fused,
    /// Products of cooperative matrices, f16 in and f32 out, of the largest size there is.
    Matrix,
    /// Memory: bytes read and written by a copy.
    Copy,
}

/// A small shader that keeps one [`Unit`] busy: [`Role::Input`] f32 in, [`Role::O`] f32 out. Its
/// cost counts what it does: 2 FLOPs a multiply-add, or the bytes read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ceiling {
    /// What it keeps busy.
    pub unit: Unit,
    /// Workgroups.
    pub groups: u32,
    /// Repetitions of the inner loop; a copy has none and needs 1.
    pub rounds: u32,
}

/// Threads of a workgroup.
const WORKGROUP: u32 = 64;
/// Independent sums of four of a thread: enough to hide the latency of a multiply-add, few enough for
/// the sixteen registers of a processor.
const CHAINS: u32 = 3;
/// Multiply-adds of each sum in a round: what carries sums around a loop is not what is measured.
const STEPS: u32 = 16;
/// Independent sums of matrices.
const MATRICES: u32 = 4;
/// vec4 that a thread copies.
const COUNT: u32 = 4;

impl Ceiling {
    /// FLOPs, or bytes for a copy.
    pub fn work(&self, caps: &DeviceCaps) -> u64 {
        let (groups, rounds) = (u64::from(self.groups), u64::from(self.rounds));
        let each = match self.unit {
            Unit::F32 | Unit::F32Fused | Unit::F16 | Unit::F16Fused => {
                2 * 4 * u64::from(CHAINS * STEPS * WORKGROUP)
            }
            Unit::Matrix => 2 * u64::from(MATRICES) * u64::from(matrix::size(caps).unwrap_or(0)).pow(3),
            Unit::Copy => 2 * 16 * u64::from(COUNT * WORKGROUP),
        };
        groups.saturating_mul(rounds).saturating_mul(each)
    }

    fn threads(&self, caps: &DeviceCaps) -> u32 {
        match (self.unit, caps.subgroups) {
            // Cooperative matrices belong to a subgroup.
            (Unit::Matrix, Some((_, max))) => max,
            _ => WORKGROUP,
        }
    }

    /// Bytes of input and of output.
    fn bytes(&self, caps: &DeviceCaps) -> [u64; 2] {
        let groups = u64::from(self.groups);
        match self.unit {
            Unit::Copy => [16 * groups * u64::from(WORKGROUP * COUNT); 2],
            _ => [32, 4 * groups * u64::from(self.threads(caps))],
        }
    }

    fn key(&self, caps: &DeviceCaps) -> Result<ShaderKey> {
        let refused =
            |what: &str| Err(Error::unsupported(format!("the rate of {what}"), "the device has none"));
        let (kernel, fragment, element) = match self.unit {
            Unit::F16 | Unit::F16Fused if !caps.f16 => return refused("16-bit floats"),
            Unit::F32 | Unit::F32Fused | Unit::F16 | Unit::F16Fused => {
                ("ceiling_multiply_add", shader::CEILING_MULTIPLY_ADD, "f32")
            }
            Unit::Matrix => ("ceiling_matrix", shader::CEILING_MATRIX, "f32"),
            Unit::Copy => ("ceiling_copy", shader::CEILING_COPY, "vec4<f32>"),
        };
        let mut key = io::empty_key(kernel, CeilingParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(self.threads(caps)))];
        match self.unit {
            Unit::F32 | Unit::F32Fused | Unit::F16 | Unit::F16Fused => {
                let fused = matches!(self.unit, Unit::F32Fused | Unit::F16Fused);
                key.consts.extend([("CHAINS", Const::U32(CHAINS)), ("STEPS", Const::U32(STEPS))]);
                key.consts.push(("FUSED", Const::Bool(fused)));
                key.needs.f16 = matches!(self.unit, Unit::F16 | Unit::F16Fused);
                key.aliases.push(("Number", if key.needs.f16 { "f16" } else { "f32" }));
            }
            Unit::Matrix => {
                let Some(size) = matrix::size(caps) else { return refused("cooperative matrices") };
                (key.needs.f16, key.needs.coop) = (true, true);
                key.consts.push(("SIZE", Const::U32(size)));
                key.aliases.extend(matrix::aliases(size));
            }
            Unit::Copy => key.consts.push(("COUNT", Const::U32(COUNT))),
        }
        key.bindings = vec![
            Binding { name: "input", element, access: Access::Read },
            Binding { name: "o", element, access: Access::ReadWrite },
        ];
        key.fragments = vec![shader::GROUP_LIB, fragment];
        Ok(key)
    }
}

impl Problem for Ceiling {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        in_range("groups", self.groups.into(), 1, 1 << 24)?;
        in_range("rounds", self.rounds.into(), 1, if self.unit == Unit::Copy { 1 } else { 1 << 24 })?;
        if self.unit == Unit::Matrix && policy.max_tier.is_some_and(|t| t < Tier::Matrix) {
            return Err(Error::unsupported("the rate of cooperative matrices", "the policy allows none"));
        }
        let key = self.key(caps)?;
        let [read, written] = self.bytes(caps);
        let flops = if self.unit == Unit::Copy { 0 } else { self.work(caps) };
        let mut plan = Plan::of(vec![(Role::Input, read, false), (Role::O, written, true)], flops);
        plan.take(key.kernel, "asked for");
        let grid = grid(self.groups.into(), caps)?;
        if grid[1] > 1 {
            // The shaders have no bounds to check: whole rows of workgroups only.
            let (needed, limit) = (self.groups.into(), caps.max_groups.into());
            return Err(Error::Limit { what: "workgroups of a ceiling".into(), needed, limit });
        }
        let bind = |role, size| Bind { slot: Slot::Tensor(role), offset: 0, size };
        let binds = vec![bind(Role::Input, read), bind(Role::O, written)];
        let params = CeilingParams { grid_x: grid[0], rounds: self.rounds };
        plan.dispatch(key, &params, binds, grid, caps)?;
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_device_lacks_is_refused() {
        let caps = DeviceCaps::webgpu_minimum();
        let plan = |unit| Ceiling { unit, groups: 4, rounds: 1 }.plan(&caps, &Policy::default());
        assert!(plan(Unit::F32).is_ok() && plan(Unit::Copy).is_ok());
        assert!(matches!(plan(Unit::F16), Err(Error::Unsupported { .. })));
        assert!(matches!(plan(Unit::Matrix), Err(Error::Unsupported { .. })));
    }

    #[test]
    fn a_copy_counts_what_it_reads_and_writes() {
        let caps = DeviceCaps::webgpu_minimum();
        let copy = Ceiling { unit: Unit::Copy, groups: 3, rounds: 1 };
        assert_eq!(copy.work(&caps), copy.plan(&caps, &Policy::default()).unwrap().cost.bytes);
    }
}
