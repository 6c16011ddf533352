//! The one module that drives wgpu: prepares plans and records them into encoders.

use super::cache::Pipeline;
use super::{Bind, Slot, Tensors};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::Plan;
use std::sync::Arc;

/// A plan with its pipelines compiled and its parameters on the device; serves any number of
/// calls. Made by [`Gpu::prepare`]. Clones share all of it.
#[derive(Debug, Clone)]
pub struct Prepared {
    plan: Arc<Plan>,
    steps: Arc<[Arc<Pipeline>]>,
    params: Option<wgpu::Buffer>,
    stride: u64,
}

impl Prepared {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}

impl Gpu {
    /// Compiles what `plan` needs, or finds it in the cache, uploads its parameters and makes
    /// sure of its scratch memory.
    ///
    /// # Errors
    /// [`Error::Shader`] if the device's compiler refuses a shader; [`Error::Limit`] or
    /// [`Error::Device`] if memory cannot be had.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn prepare(&self, plan: Plan) -> Result<Prepared> {
        pollster::block_on(self.prepare_async(plan))
    }

    /// As [`Gpu::prepare`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Gpu::prepare`].
    pub async fn prepare_async(&self, plan: Plan) -> Result<Prepared> {
        let dispatches = &plan.recording.dispatches;
        let mut steps = Vec::with_capacity(dispatches.len());
        for dispatch in dispatches {
            steps.push(self.pipelines.get(&self.device, &dispatch.key).await?);
        }
        let align = u64::from(self.device.limits().min_uniform_buffer_offset_alignment);
        let longest = dispatches.iter().map(|d| d.params.len() as u64).max().unwrap_or(0);
        let stride = longest.next_multiple_of(align.max(16));
        let params = match dispatches.is_empty() {
            true => None,
            false => Some(self.params_buffer(&plan, stride).await?),
        };
        self.scratch.reserve(self, &plan.recording.scratch).await?;
        Ok(Prepared { plan: Arc::new(plan), steps: steps.into(), params, stride })
    }

    async fn params_buffer(&self, plan: &Plan, stride: u64) -> Result<wgpu::Buffer> {
        let dispatches = &plan.recording.dispatches;
        let mut bytes = vec![0u8; stride as usize * dispatches.len()];
        for (chunk, dispatch) in bytes.chunks_exact_mut(stride as usize).zip(dispatches) {
            chunk[..dispatch.params.len()].copy_from_slice(&dispatch.params);
        }
        let usage = wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST;
        let buffer = self.create_buffer("wgpu-attention parameters", bytes.len() as u64, usage).await?;
        self.queue.write_buffer(&buffer, 0, &bytes);
        Ok(buffer)
    }

    /// Records the work of `prepared` into the caller's encoder. Nothing is submitted, waited
    /// for or read back.
    ///
    /// # Errors
    /// [`Error::MissingTensor`], [`Error::UnusedTensor`], [`Error::BufferTooSmall`],
    /// [`Error::BufferUsage`] or [`Error::Contradiction`] if `tensors` do not fit the plan;
    /// [`Error::Device`] for a plan that was prepared on another device.
    pub fn record(
        &self,
        encoder: &mut wgpu::CommandEncoder,
        prepared: &Prepared,
        tensors: &Tensors<'_>,
    ) -> Result<()> {
        self.record_timed(encoder, prepared, tensors, None)
    }

    pub(crate) fn record_timed(
        &self,
        encoder: &mut wgpu::CommandEncoder,
        prepared: &Prepared,
        tensors: &Tensors<'_>,
        timestamps: Option<wgpu::ComputePassTimestampWrites<'_>>,
    ) -> Result<()> {
        tensors.check(&prepared.plan.tensors)?;
        let Some(params) = &prepared.params else {
            return Ok(());
        };
        let scratch = self.scratch.take(prepared.plan.recording.scratch.len())?;
        let groups = prepared
            .plan
            .recording
            .dispatches
            .iter()
            .zip(prepared.steps.iter())
            .enumerate()
            .map(|(n, (dispatch, step))| {
                let uniform = wgpu::BufferBinding {
                    buffer: params,
                    offset: n as u64 * prepared.stride,
                    size: std::num::NonZeroU64::new(dispatch.params.len() as u64),
                };
                let mut entries = vec![wgpu::BindGroupEntry {
                    binding: 0,
                    resource: wgpu::BindingResource::Buffer(uniform),
                }];
                for (binding, bind) in (1..).zip(&dispatch.binds) {
                    let resource = self.resolve(bind, tensors, &scratch)?;
                    entries.push(wgpu::BindGroupEntry { binding, resource });
                }
                Ok(self.device.create_bind_group(&wgpu::BindGroupDescriptor {
                    label: Some(dispatch.key.kernel),
                    layout: &step.layout,
                    entries: &entries,
                }))
            })
            .collect::<Result<Vec<_>>>()?;
        let mut pass = encoder.begin_compute_pass(&wgpu::ComputePassDescriptor {
            label: Some("wgpu-attention"),
            timestamp_writes: timestamps,
        });
        for ((dispatch, step), group) in
            prepared.plan.recording.dispatches.iter().zip(prepared.steps.iter()).zip(&groups)
        {
            pass.set_pipeline(&step.pipeline);
            pass.set_bind_group(0, group, &[]);
            pass.dispatch_workgroups(dispatch.grid[0], dispatch.grid[1], 1);
        }
        Ok(())
    }

    fn resolve<'b>(
        &'b self,
        bind: &Bind,
        tensors: &Tensors<'b>,
        scratch: &'b [wgpu::Buffer],
    ) -> Result<wgpu::BindingResource<'b>> {
        let whole = match bind.slot {
            Slot::Tensor(role) => tensors.get(role)?,
            Slot::Scratch(n) => {
                scratch.get(n).ok_or_else(|| Error::Device(format!("scratch buffer {n} was not planned")))?
            }
        };
        // An empty tensor still needs something to bind.
        let Some(size) = std::num::NonZeroU64::new(bind.size) else {
            return Ok(self.empty.as_entire_binding());
        };
        Ok(wgpu::BindingResource::Buffer(wgpu::BufferBinding {
            buffer: whole,
            offset: bind.offset,
            size: Some(size),
        }))
    }
}
