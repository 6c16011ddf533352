//! One file a kernel: what it supports, its shader key, its parameters, its grid.

mod attention;
mod ceiling;
mod chunk;
mod compact;
mod compete;
mod conv;
mod copy;
mod cumulate;
mod edits;
mod epilogue;
mod features;
mod flash;
mod gate;
mod gate_sums;
mod gradient;
mod io;
mod kept;
mod linear;
mod linear_gradient;
mod mask_blocks;
mod matrix;
mod measures;
mod merge;
mod naive;
mod polar;
mod pool;
mod prefix;
mod recurrent;
mod rotary;
mod rows;
mod running;
mod scan;
mod scores;
mod select;
mod statistics;
mod transform;
mod tree;
pub(crate) mod two_pass;
mod weigh;
mod weight_map;
mod weights;

pub(crate) use attention::SomeKeys;
pub use ceiling::{Ceiling, Unit};
pub use compact::{CompactBlocks, SelectionForm};
pub use copy::StridedCopy;
pub use gate::Gate;
pub use gate_sums::GateSums;
pub use gradient::AttentionGradient;
pub use kept::KeptMass;
pub use mask_blocks::MaskBlocks;
pub use measures::{Cohesion, Divergence};
pub use merge::Merge;
pub(crate) use merge::MergeParts;
pub use pool::{Pool, Pooling};
pub use rows::{Code, Codes, Project, Reorder, Reverse, Rows, SortCodes};
pub use scores::Scores;
pub use select::{Choice, RowRule, Select};
pub use transform::Transform;
pub use tree::TreeSearch;
pub use weigh::Weigh;
pub use weight_map::{MapCells, Reduction, WeightMap};

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::Plan;
use crate::problem::{Attention, DType, PairFunction, Role};
use crate::record::{Bind, Dispatch, Slot};
use crate::shader::ShaderKey;

/// Invocations of the kernels that give one thread one result.
pub(crate) const LINEAR_WORKGROUP: u32 = 64;

impl Plan {
    /// Adds a dispatch, one range a binding of the key.
    ///
    /// # Errors
    /// [`Error::Limit`] for a range over the device's binding limit.
    pub(crate) fn dispatch(
        &mut self,
        key: ShaderKey,
        params: &impl bytemuck::Pod,
        binds: Vec<Bind>,
        grid: [u32; 2],
        caps: &DeviceCaps,
    ) -> Result<()> {
        self.dispatch_bytes(key, bytemuck::bytes_of(params).to_vec(), binds, grid, caps)
    }

    /// Adds a dispatch that binds every tensor of the plan, in their order.
    ///
    /// # Errors
    /// As [`Plan::dispatch`].
    pub(crate) fn dispatch_whole(
        &mut self,
        key: ShaderKey,
        params: &impl bytemuck::Pod,
        grid: [u32; 2],
        caps: &DeviceCaps,
    ) -> Result<()> {
        let bind = |&(role, bytes, _): &(Role, u64, bool)| Bind {
            slot: Slot::Tensor(role),
            offset: 0,
            size: bytes.next_multiple_of(4),
        };
        let binds = self.tensors.iter().map(bind).collect();
        self.dispatch(key, params, binds, grid, caps)
    }

    /// As [`Plan::dispatch`], for parameters that numbers of hooks follow.
    pub(crate) fn dispatch_bytes(
        &mut self,
        key: ShaderKey,
        params: Vec<u8>,
        binds: Vec<Bind>,
        grid: [u32; 2],
        caps: &DeviceCaps,
    ) -> Result<()> {
        check_binds(&key, &binds, caps)?;
        self.recording.dispatches.push(Dispatch { key, params, binds, grid });
        Ok(())
    }
}

/// Rounds of a loop over the fours of a query and a key, which drivers write out where it is short.
fn rounds_of_fours(p: &Attention) -> u64 {
    let fours = u64::from(p.qk_dim.div_ceil(4));
    let short = if p.dtype == DType::F32 { 32 } else { 16 };
    if p.pair == PairFunction::Dot && fours <= short { 0 } else { fours + 1 }
}

/// Refuses more storage buffers than the device has, and ranges over its binding limit.
fn check_binds(key: &ShaderKey, binds: &[Bind], caps: &DeviceCaps) -> Result<()> {
    let (needed, limit) = (key.bindings.len() as u64, u64::from(caps.max_storage_buffers));
    if needed > limit {
        let names: Vec<_> = key.bindings.iter().map(|b| b.name).collect();
        let what = format!("{}: storage buffers ({})", key.kernel, names.join(", "));
        return Err(Error::Limit { what, needed, limit });
    }
    for (binding, bind) in key.bindings.iter().zip(binds) {
        if bind.size > caps.max_binding {
            return Err(Error::Limit {
                what: format!("{}: {}, bytes in one binding", key.kernel, binding.name),
                needed: bind.size,
                limit: caps.max_binding,
            });
        }
    }
    Ok(())
}
