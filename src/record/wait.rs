//! What waits for the device: reading back, and the making of buffers, whose errors come late.

use crate::device::Gpu;
use crate::error::{Error, Result};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

impl Gpu {
    /// Waits until everything submitted has run.
    ///
    /// # Errors
    /// [`Error::Device`] or [`Error::DeviceLost`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn wait(&self) -> Result<()> {
        pollster::block_on(self.wait_async())
    }

    /// As [`Gpu::wait`], for targets that may not block. Outside browsers the thread that polls
    /// this future waits in it, since nothing else would drive the device.
    ///
    /// # Errors
    /// As [`Gpu::wait`].
    pub async fn wait_async(&self) -> Result<()> {
        #[cfg(target_arch = "wasm32")]
        {
            let (tell, told) = answer();
            self.queue.on_submitted_work_done(move || tell(()));
            told.await;
        }
        let done = self.device.poll(wgpu::PollType::wait_indefinitely());
        self.check_lost()?;
        done.map(|_| ()).map_err(|e| Error::Device(e.to_string()))
    }

    /// Reads the first `size` bytes of a buffer with `COPY_SRC` usage. Blocks.
    ///
    /// # Errors
    /// [`Error::Device`], also for a buffer without that usage or of fewer bytes, or [`Error::DeviceLost`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(&self, buffer: &wgpu::Buffer, size: u64) -> Result<Vec<u8>> {
        pollster::block_on(self.read_async(buffer, size))
    }

    /// As [`Gpu::read`], for targets that may not block; see [`Gpu::wait_async`].
    ///
    /// # Errors
    /// As [`Gpu::read`].
    pub async fn read_async(&self, buffer: &wgpu::Buffer, size: u64) -> Result<Vec<u8>> {
        use wgpu::BufferUsages as U;
        if size == 0 {
            return Ok(Vec::new());
        }
        if !buffer.usage().contains(U::COPY_SRC) {
            return Err(Error::Device("the buffer to read has no COPY_SRC usage".into()));
        }
        // Copies are of whole words.
        let words = size.checked_next_multiple_of(4).filter(|&words| words <= buffer.size());
        let words = words.ok_or_else(|| {
            Error::Device(format!("{size} bytes to read, the buffer has {} in whole words", buffer.size()))
        })?;
        let staging = self.create_buffer("wgpu-attention readback", words, U::COPY_DST | U::MAP_READ).await?;
        let mut encoder = self.device.create_command_encoder(&Default::default());
        encoder.copy_buffer_to_buffer(buffer, 0, &staging, 0, words);
        self.submit(encoder)?;
        let (tell, told) = answer();
        staging.slice(..).map_async(wgpu::MapMode::Read, tell);
        // Natively this runs the callback; in a browser the answer comes by itself.
        let done = self.device.poll(wgpu::PollType::wait_indefinitely());
        self.check_lost()?;
        done.map_err(|e| Error::Device(e.to_string()))?;
        let mapped = told.await;
        self.check_lost()?;
        mapped.map_err(|e| Error::Device(e.to_string()))?;
        let view = staging.slice(..).get_mapped_range().map_err(|e| Error::Device(e.to_string()))?;
        // As many as a slice can have, or the mapping had failed.
        let bytes = view[..size as usize].to_vec();
        drop(view);
        // Dropping alone leaves the memory to a browser's garbage collector.
        staging.destroy();
        Ok(bytes)
    }

    /// Creates a buffer; a size over the device's limits or out of memory is an error.
    pub(crate) async fn create_buffer(
        &self,
        label: &str,
        size: u64,
        usage: wgpu::BufferUsages,
    ) -> Result<wgpu::Buffer> {
        self.check_lost()?;
        if size > self.device.limits().max_buffer_size {
            return Err(Error::Limit {
                what: format!("buffer {label}, bytes"),
                needed: size,
                limit: self.device.limits().max_buffer_size,
            });
        }
        let scope = self.device.push_error_scope(wgpu::ErrorFilter::OutOfMemory);
        let buffer = self.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some(label),
            size,
            usage,
            mapped_at_creation: false,
        });
        match scope.pop().await {
            Some(error) => Err(Error::Device(error.to_string())),
            None => Ok(buffer),
        }
    }
}

/// A callback that takes one value, and the future of that value.
fn answer<T: Send>() -> (impl FnOnce(T) + Send, Answer<T>) {
    let slot = Arc::new(Mutex::new((None, None::<Waker>)));
    let filled = slot.clone();
    let tell = move |value| {
        let mut slot = filled.lock().unwrap_or_else(PoisonError::into_inner);
        slot.0 = Some(value);
        if let Some(waker) = slot.1.take() {
            waker.wake();
        }
    };
    (tell, Answer { slot })
}

/// The future of [`answer`].
struct Answer<T> {
    slot: Arc<Mutex<(Option<T>, Option<Waker>)>>,
}

impl<T> Future for Answer<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        match slot.0.take() {
            Some(value) => Poll::Ready(value),
            None => {
                slot.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
