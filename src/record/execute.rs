//! The one module that drives wgpu: prepares plans and records them into encoders.

use super::cache::{Pipeline, Pipelines};
use super::{Bind, Dispatch, Slot, Tensors};
use crate::device::{EMPTY_STRIDE, Gpu};
use crate::error::{Error, Result};
use crate::plan::Plan;
use crate::shader::Access;
use std::ops::Range;
use std::sync::Arc;

/// A plan with its pipelines compiled and its parameters on the device; serves any number of
/// calls. Made by [`Gpu::prepare`]. Clones share all of it.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Those of the [`Gpu`] that made it: what it is known by, for devices of two instances may compare equal.
    pipelines: Arc<Pipelines>,
    plan: Arc<Plan>,
    /// Of all dispatches: those that ran once, then those of every call.
    steps: Arc<[Arc<Pipeline>]>,
    params: Option<wgpu::Buffer>,
    stride: u64,
    scratch: Arc<[wgpu::Buffer]>,
    /// What the dispatches that ran once have written.
    kept: Arc<[wgpu::Buffer]>,
}

impl Prepared {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}

/// Where the buffers of a call lie.
struct Memory<'a> {
    tensors: &'a Tensors<'a>,
    scratch: &'a [wgpu::Buffer],
    kept: &'a [wgpu::Buffer],
}

impl Gpu {
    /// Compiles what `plan` needs, or finds it in the cache, uploads its parameters, makes sure of its
    /// scratch memory, and submits what runs once for all calls ([`ahead`](field@super::Recording::ahead)).
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
        let limit = self.caps().max_buffer;
        if let Some(&(role, needed, _)) = plan.tensors.iter().find(|(_, bytes, _)| *bytes > limit) {
            return Err(Error::Limit { what: format!("{role}, bytes of a buffer"), needed, limit });
        }
        let dispatches: Vec<&Dispatch> = plan.recording.all().collect();
        let mut steps = Vec::with_capacity(dispatches.len());
        for dispatch in &dispatches {
            steps.push(self.pipelines.get(&self.device, &dispatch.key).await?);
        }
        let align = u64::from(self.device.limits().min_uniform_buffer_offset_alignment);
        let longest = dispatches.iter().map(|d| d.params.len() as u64).max().unwrap_or(0);
        let stride = longest.next_multiple_of(align.max(16));
        let params = match dispatches.is_empty() {
            true => None,
            false => Some(self.params_buffer(&dispatches, stride).await?),
        };
        let scratch = self.scratch.reserve(self, &plan.recording.scratch).await?.into();
        let mut kept = Vec::new();
        for &bytes in &plan.recording.kept {
            let usage = wgpu::BufferUsages::STORAGE;
            kept.push(self.create_buffer("wgpu-attention kept", bytes, usage).await?);
        }
        let (plan, steps, kept) = (Arc::new(plan), steps.into(), kept.into());
        let pipelines = self.pipelines.clone();
        let prepared = Prepared { pipelines, plan, steps, params, stride, scratch, kept };
        let once = prepared.plan.recording.ahead.len();
        if once > 0 {
            // The queue runs this before every call, in whatever order those are recorded.
            let mut encoder = self.device.create_command_encoder(&Default::default());
            self.encode(&mut encoder, &prepared, 0..once, &Tensors::new(), None)?;
            self.submit(encoder)?;
        }
        Ok(prepared)
    }

    async fn params_buffer(&self, dispatches: &[&Dispatch], stride: u64) -> Result<wgpu::Buffer> {
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
    /// [`Error::MissingTensor`], [`Error::UnusedTensor`], [`Error::BufferTooSmall`], [`Error::BufferUsage`]
    /// or [`Error::Contradiction`] if `tensors` do not fit the plan; [`Error::Device`] for a plan that was
    /// prepared by another [`Gpu`] than this one and its clones. Buffers and encoders do not tell whose they
    /// are, nor whether they are destroyed or mapped: what is of another device is a validation error of
    /// wgpu's, and where that device is of another instance too, wgpu may panic.
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
        if !Arc::ptr_eq(&prepared.pipelines, &self.pipelines) {
            return Err(Error::Device(
                "the plan was prepared by another Gpu, of another device perhaps".into(),
            ));
        }
        tensors.check(&prepared.plan)?;
        let calls = prepared.plan.recording.ahead.len()..prepared.steps.len();
        self.encode(encoder, prepared, calls, tensors, timestamps)
    }

    /// Records some of all dispatches.
    fn encode(
        &self,
        encoder: &mut wgpu::CommandEncoder,
        prepared: &Prepared,
        range: Range<usize>,
        tensors: &Tensors<'_>,
        timestamps: Option<wgpu::ComputePassTimestampWrites<'_>>,
    ) -> Result<()> {
        let Some(params) = &prepared.params else {
            return Ok(());
        };
        if range.is_empty() {
            return Ok(());
        }
        let memory = Memory { tensors, scratch: &prepared.scratch, kept: &prepared.kept };
        let steps = || {
            let all = prepared.plan.recording.all().zip(prepared.steps.iter()).enumerate();
            all.skip(range.start).take(range.len())
        };
        let groups = steps()
            .map(|(n, (dispatch, step))| {
                let offset = n as u64 * prepared.stride;
                self.bind_group(dispatch, step, params, offset, &memory)
            })
            .collect::<Result<Vec<_>>>()?;
        let mut pass = encoder.begin_compute_pass(&wgpu::ComputePassDescriptor {
            label: Some("wgpu-attention"),
            timestamp_writes: timestamps,
        });
        for ((_, (dispatch, step)), group) in steps().zip(&groups) {
            pass.set_pipeline(&step.pipeline);
            pass.set_bind_group(0, group, &[]);
            pass.dispatch_workgroups(dispatch.grid[0], dispatch.grid[1], 1);
        }
        Ok(())
    }

    /// The buffers of a dispatch, its parameters at `offset` of `params`.
    fn bind_group(
        &self,
        dispatch: &Dispatch,
        step: &Pipeline,
        params: &wgpu::Buffer,
        offset: u64,
        memory: &Memory<'_>,
    ) -> Result<wgpu::BindGroup> {
        let size = std::num::NonZeroU64::new(dispatch.params.len() as u64);
        let uniform = wgpu::BufferBinding { buffer: params, offset, size };
        let mut entries =
            vec![wgpu::BindGroupEntry { binding: 0, resource: wgpu::BindingResource::Buffer(uniform) }];
        for (binding, (bind, to)) in (1u32..).zip(dispatch.binds.iter().zip(&dispatch.key.bindings)) {
            let resource = match bind.size {
                0 => self.nothing(to.access, binding),
                _ => self.resolve(bind, memory)?,
            };
            entries.push(wgpu::BindGroupEntry { binding, resource });
        }
        Ok(self.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(dispatch.key.kernel),
            layout: &step.layout,
            entries: &entries,
        }))
    }

    /// What is bound for an empty tensor: a place that no other binding of the dispatch has.
    fn nothing(&self, access: Access, binding: u32) -> wgpu::BindingResource<'_> {
        let [read, written] = &self.empty;
        wgpu::BindingResource::Buffer(wgpu::BufferBinding {
            buffer: if access == Access::Read { read } else { written },
            offset: EMPTY_STRIDE * u64::from(binding % 16),
            size: std::num::NonZeroU64::new(16),
        })
    }

    fn resolve<'b>(&'b self, bind: &Bind, memory: &Memory<'b>) -> Result<wgpu::BindingResource<'b>> {
        let planned = |buffer: Option<&'b wgpu::Buffer>| {
            buffer.ok_or_else(|| Error::Device(format!("{:?} was not planned", bind.slot)))
        };
        let whole = match bind.slot {
            Slot::Tensor(role) => memory.tensors.get(role)?,
            Slot::Scratch(n) => planned(memory.scratch.get(n))?,
            Slot::Kept(n) => planned(memory.kept.get(n))?,
        };
        Ok(wgpu::BindingResource::Buffer(wgpu::BufferBinding {
            buffer: whole,
            offset: bind.offset,
            size: std::num::NonZeroU64::new(bind.size),
        }))
    }
}
