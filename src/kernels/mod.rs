//! One file a kernel: what it supports, its shader key, its parameters, its grid.

mod attention;
mod chunk;
mod compact;
mod conv;
mod copy;
mod cumulate;
mod features;
mod flash;
mod gate;
mod io;
mod linear;
mod merge;
mod naive;
mod pool;
mod recurrent;
mod rotary;
mod scan;
mod scores;
mod select;
mod weight_map;

pub use compact::{CompactBlocks, SelectionForm};
pub use copy::Copy;
pub use gate::Gate;
pub use merge::Merge;
pub use pool::{Pool, Pooling};
pub use scores::Scores;
pub use select::{Choice, Select};
pub use weight_map::{Reduction, WeightMap};

/// Invocations of the kernels that give one thread one result.
pub(crate) const LINEAR_WORKGROUP: u32 = 64;

/// Refuses ranges over the device's binding limit.
pub(crate) fn check_binds(
    key: &crate::shader::ShaderKey,
    binds: &[crate::record::Bind],
    caps: &crate::device::DeviceCaps,
) -> crate::error::Result<()> {
    for (binding, bind) in key.bindings.iter().zip(binds) {
        if bind.size > caps.max_binding {
            return Err(crate::error::Error::Limit {
                what: format!("{}: {}, bytes in one binding", key.kernel, binding.name),
                needed: bind.size,
                limit: caps.max_binding,
            });
        }
    }
    Ok(())
}
