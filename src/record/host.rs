//! Calls on host slices: uploads, runs, waits, reads back.

use super::{Prepared, Tensors};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::problem::{DType, Role};

/// Tensors in host memory, as little-endian bytes by role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HostTensors {
    list: Vec<(Role, Vec<u8>)>,
}

impl HostTensors {
    /// No tensors.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a tensor of floats, rounded to `dtype`.
    pub fn floats(self, role: Role, dtype: DType, values: &[f32]) -> Self {
        self.bytes(role, dtype.encode(values))
    }

    /// Adds a tensor of indices or lengths.
    pub fn indices(self, role: Role, values: &[u32]) -> Self {
        self.bytes(role, bytemuck::cast_slice(values).to_vec())
    }

    /// Adds a boolean tensor, one byte an element.
    pub fn bools(self, role: Role, values: &[bool]) -> Self {
        self.bytes(role, values.iter().map(|&b| u8::from(b)).collect())
    }

    /// Adds a tensor as it lies in memory. The last one of a role counts.
    pub fn bytes(mut self, role: Role, bytes: Vec<u8>) -> Self {
        self.list.retain(|(r, _)| *r != role);
        self.list.push((role, bytes));
        self
    }

    /// The bytes of a tensor.
    ///
    /// # Errors
    /// [`Error::MissingTensor`].
    pub fn get(&self, role: Role) -> Result<&[u8]> {
        let found = self.list.iter().find(|(r, _)| *r == role);
        found.map(|(_, b)| b.as_slice()).ok_or(Error::MissingTensor { tensor: role })
    }

    /// A tensor of `dtype` as f32: every element its bytes hold.
    ///
    /// # Errors
    /// [`Error::MissingTensor`].
    pub fn decode(&self, role: Role, dtype: DType) -> Result<Vec<f32>> {
        let bytes = self.get(role)?;
        Ok(dtype.decode(bytes, bytes.len()))
    }

    /// Every tensor.
    pub fn iter(&self) -> impl Iterator<Item = (Role, &[u8])> {
        self.list.iter().map(|(r, b)| (*r, b.as_slice()))
    }
}

impl Gpu {
    /// Runs a prepared plan on host tensors and returns every tensor it writes. A written
    /// tensor that `inputs` also holds starts with those bytes (views may leave gaps) and is
    /// returned with as many; it starts with zeros otherwise.
    ///
    /// # Errors
    /// As [`Gpu::record`], and [`Error::Device`] or [`Error::DeviceLost`] if the device fails.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn run_host(&self, prepared: &Prepared, inputs: &HostTensors) -> Result<HostTensors> {
        pollster::block_on(self.run_host_async(prepared, inputs))
    }

    /// As [`Gpu::run_host`], for targets that may not block; see [`Gpu::wait_async`].
    ///
    /// # Errors
    /// As [`Gpu::run_host`].
    pub async fn run_host_async(&self, prepared: &Prepared, inputs: &HostTensors) -> Result<HostTensors> {
        let tensors = &prepared.plan().tensors;
        for (role, _) in inputs.iter() {
            if !tensors.iter().any(|(r, ..)| *r == role) {
                return Err(Error::UnusedTensor { tensor: role });
            }
        }
        let mut buffers = Vec::new();
        for &(role, bytes, written) in tensors {
            let given = inputs.get(role);
            if !written {
                given.clone()?;
            }
            let given = given.unwrap_or_default();
            if !written && (given.len() as u64) < bytes {
                return Err(Error::BufferTooSmall { tensor: role, needed: bytes, got: given.len() as u64 });
            }
            let size = bytes.max(given.len() as u64);
            buffers.push((role, written, self.upload_async(role.name(), size, given).await?));
        }
        let mut call = Tensors::new();
        for (role, _, buffer) in &buffers {
            call = call.with(*role, buffer);
        }
        let mut encoder = self.device.create_command_encoder(&Default::default());
        self.record(&mut encoder, prepared, &call)?;
        self.submit(encoder)?;
        let mut outputs = HostTensors::new();
        for (role, _, buffer) in buffers.iter().filter(|(_, written, _)| *written) {
            let size = tensors.iter().find(|(r, ..)| r == role).map_or(0, |(_, bytes, _)| *bytes);
            let given = inputs.get(*role).map_or(0, |bytes| bytes.len() as u64);
            let size = size.max(given);
            outputs = outputs.bytes(*role, self.read_async(buffer, size).await?);
        }
        // Dropping alone leaves the memory to a browser's garbage collector.
        buffers.iter().for_each(|(.., buffer)| buffer.destroy());
        Ok(outputs)
    }

    /// A storage buffer of at least `size` bytes that begins with `data`; copies to and from it
    /// are allowed.
    ///
    /// # Errors
    /// [`Error::Limit`] for a size over the device's, [`Error::Device`] if memory runs out.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn upload(&self, label: &str, size: u64, data: &[u8]) -> Result<wgpu::Buffer> {
        pollster::block_on(self.upload_async(label, size, data))
    }

    /// As [`Gpu::upload`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Gpu::upload`].
    pub async fn upload_async(&self, label: &str, size: u64, data: &[u8]) -> Result<wgpu::Buffer> {
        use wgpu::BufferUsages as U;
        // Saturated, so that a size that no device has is an error.
        let size = size.max(data.len() as u64).checked_next_multiple_of(4).unwrap_or(u64::MAX).max(16);
        let buffer = self.create_buffer(label, size, U::STORAGE | U::COPY_SRC | U::COPY_DST).await?;
        // Writes are of whole words.
        let (words, rest) = data.split_at(data.len() / 4 * 4);
        if !words.is_empty() {
            self.queue.write_buffer(&buffer, 0, words);
        }
        if !rest.is_empty() {
            let mut last = [0; 4];
            last[..rest.len()].copy_from_slice(rest);
            self.queue.write_buffer(&buffer, words.len() as u64, &last);
        }
        Ok(buffer)
    }
}
