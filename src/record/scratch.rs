//! Memory of intermediate results.

use crate::device::Gpu;
use crate::error::Result;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Scratch buffers, shared by every plan: a call writes its scratch before it reads it, and one
/// queue runs calls one after another, so they may all use the same memory.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    buffers: Mutex<Vec<wgpu::Buffer>>,
}

impl Scratch {
    /// Buffers of at least these sizes.
    pub(crate) async fn reserve(&self, gpu: &Gpu, sizes: &[u64]) -> Result<Vec<wgpu::Buffer>> {
        let mut all = Vec::with_capacity(sizes.len());
        for (n, &size) in sizes.iter().enumerate() {
            let old = self.held().get(n).cloned();
            if let Some(fitting) = old.as_ref().filter(|old| old.size() >= size) {
                all.push(fitting.clone());
                continue;
            }
            // Plans of sizes that grow bit by bit keep what they had: half as much again makes those few.
            let room = old.map_or(0, |old| old.size() / 2 * 3).min(gpu.caps().max_buffer);
            let size = size.max(room / 4 * 4);
            let usage = wgpu::BufferUsages::STORAGE;
            let buffer = gpu.create_buffer("wgpu-attention scratch", size, usage).await?;
            all.push(buffer.clone());
            let mut held = self.held();
            match held.get_mut(n) {
                // Another call may have made a larger one meanwhile.
                Some(old) if old.size() < size => *old = buffer,
                Some(_) => {}
                None => held.push(buffer),
            }
        }
        Ok(all)
    }

    /// Lets go of all; plans hold theirs.
    pub(crate) fn clear(&self) {
        self.held().clear();
    }

    fn held(&self) -> MutexGuard<'_, Vec<wgpu::Buffer>> {
        // A poisoned list still holds only whole entries.
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
