//! What a call costs on the host.

use crate::device::Gpu;
use crate::error::Result;
use crate::problem::{Attention, Role};
use crate::record::Tensors;
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// Median seconds on the host of the steps of a call; nothing is submitted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HostCost {
    /// [`Gpu::plan`] of a problem planned before.
    pub plan: f64,
    /// [`Gpu::record`] into an encoder that is there.
    pub record: f64,
    /// Creating and finishing the encoder around it, which is wgpu's alone.
    pub encoder: f64,
}

impl HostCost {
    /// Measures a small call `rounds` times.
    ///
    /// # Errors
    /// As [`Gpu::plan`] and [`Gpu::record`].
    pub fn measure(gpu: &Gpu, rounds: usize) -> Result<Self> {
        let problem = Attention::new(1, 4, 64, 64).causal();
        let prepared = gpu.plan(&problem)?;
        let mut buffers: Vec<(Role, wgpu::Buffer)> = Vec::new();
        for &(role, bytes, _) in &prepared.plan().tensors {
            buffers.push((role, gpu.upload(role.name(), bytes, &[])?));
        }
        let tensors = buffers.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer));
        let (mut plan, mut record, mut encoder_times) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..rounds.max(1) {
            let start = Instant::now();
            let prepared = gpu.plan(&problem)?;
            plan.push(start.elapsed().as_secs_f64());
            let [recording, around] = gpu.time_recording(&prepared, &tensors)?;
            record.push(recording);
            encoder_times.push(around);
        }
        Ok(Self { plan: median(plan), record: median(record), encoder: median(encoder_times) })
    }

    /// Plan from the cache and record one call, in seconds.
    pub fn call(&self) -> f64 {
        self.plan + self.record
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
