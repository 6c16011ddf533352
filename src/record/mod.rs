//! Commands over buffer handles: what lies between a plan and wgpu.

mod buffers;
mod cache;
mod execute;
mod host;
mod memory;
mod plans;
mod profile;
mod scratch;
mod self_check;
mod tune;
mod wait;

pub use buffers::Tensors;
pub(crate) use cache::Pipelines;
pub use execute::Prepared;
pub use host::HostTensors;
pub(crate) use plans::Plans;
pub use profile::Timing;
pub(crate) use scratch::Scratch;
pub use self_check::SelfCheck;
pub(crate) use tune::Found;
pub use tune::{Candidate, Tuning};

use crate::problem::Role;
use crate::shader::ShaderKey;

/// A buffer, by what it is to the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A tensor the caller gives.
    Tensor(Role),
    /// Scratch memory of the library, by index into [`field@Recording::scratch`].
    Scratch(usize),
    /// Memory of the prepared plan's own, by index into [`field@Recording::kept`].
    Kept(usize),
}

/// A range of a buffer bound to a shader. A size of 0 stands for an empty tensor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bind {
    /// The buffer.
    pub slot: Slot,
    /// Bytes before the range, a multiple of the device's storage alignment.
    pub offset: u64,
    /// Bytes of the range, a multiple of 4.
    pub size: u64,
}

/// One compute dispatch.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispatch {
    /// The shader.
    pub key: ShaderKey,
    /// Its uniform parameters, as bytes.
    pub params: Vec<u8>,
    /// One range for each of the key's bindings, in order.
    pub binds: Vec<Bind>,
    /// Workgroups along x and y.
    pub grid: [u32; 2],
}

/// What a plan does, in order. Dispatches see the writes of those before them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    /// What preparing runs, once: dispatches that read no tensor and write [`field@Self::kept`].
    pub ahead: Vec<Dispatch>,
    /// The dispatches of every call.
    pub dispatches: Vec<Dispatch>,
    /// Bytes of every scratch buffer.
    pub scratch: Vec<u64>,
    /// Bytes of every buffer that lives as long as the prepared plan.
    pub kept: Vec<u64>,
}

impl Recording {
    /// Adds a scratch buffer of `bytes` and names it.
    pub(crate) fn scratch(&mut self, bytes: u64) -> Slot {
        self.scratch.push(bytes.next_multiple_of(4).max(4));
        Slot::Scratch(self.scratch.len() - 1)
    }

    /// Adds a buffer of `bytes` that the prepared plan keeps, and names it.
    pub(crate) fn kept(&mut self, bytes: u64) -> Slot {
        self.kept.push(bytes.next_multiple_of(4).max(4));
        Slot::Kept(self.kept.len() - 1)
    }

    /// All dispatches: those that run once, then those of every call.
    pub fn all(&self) -> impl Iterator<Item = &Dispatch> {
        self.ahead.iter().chain(&self.dispatches)
    }

    /// Bytes of all scratch buffers.
    pub fn scratch_bytes(&self) -> u64 {
        self.scratch.iter().sum()
    }
}
