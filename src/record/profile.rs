//! Times of calls.

use super::{Prepared, Tensors};
use crate::device::Gpu;
use crate::error::Result;
use std::time::Duration;
#[cfg(not(target_arch = "wasm32"))]
use std::time::Instant;
#[cfg(target_arch = "wasm32")]
use web_time::Instant;

/// Times of repeated calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// Seconds of every call, sorted.
    pub seconds: Vec<f64>,
}

impl Timing {
    /// The middle call, in seconds.
    pub fn median(&self) -> f64 {
        self.seconds.get(self.seconds.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// The fastest call, in seconds.
    pub fn min(&self) -> f64 {
        self.seconds.first().copied().unwrap_or(f64::NAN)
    }
}

impl Gpu {
    /// Runs a prepared plan until `budget` is spent, at least three times after one warm-up, and
    /// times each from submission to completion on the host's clock.
    ///
    /// # Errors
    /// As [`Gpu::record`]; [`crate::Error::Device`] if the device fails.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn time(&self, prepared: &Prepared, tensors: &Tensors<'_>, budget: Duration) -> Result<Timing> {
        pollster::block_on(self.time_async(prepared, tensors, budget))
    }

    /// As [`Gpu::time`], for targets that may not block; see [`Gpu::wait_async`].
    ///
    /// # Errors
    /// As [`Gpu::time`].
    pub async fn time_async(
        &self,
        prepared: &Prepared,
        tensors: &Tensors<'_>,
        budget: Duration,
    ) -> Result<Timing> {
        let run = async || -> Result<f64> {
            let mut encoder = self.device.create_command_encoder(&Default::default());
            self.record(&mut encoder, prepared, tensors)?;
            let start = Instant::now();
            self.submit(encoder)?;
            self.wait_async().await?;
            Ok(start.elapsed().as_secs_f64())
        };
        run().await?;
        let begin = Instant::now();
        let mut seconds = Vec::new();
        while seconds.len() < 3 || (begin.elapsed() < budget && seconds.len() < 200) {
            seconds.push(run().await?);
        }
        seconds.sort_by(f64::total_cmp);
        Ok(Timing { seconds })
    }
}
