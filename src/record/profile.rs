//! Times of calls.

use super::{Prepared, Tensors};
use crate::device::Gpu;
use crate::error::{Error, Result};
use std::time::Duration;
#[cfg(not(target_arch = "wasm32"))]
use std::time::Instant;
#[cfg(target_arch = "wasm32")]
use web_time::Instant;

/// Times of repeated calls.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timing {
    /// Seconds of every call by the device's timestamps, sorted; empty where it has none.
    pub device: Vec<f64>,
    /// Seconds of every call from submission to completion on the host's clock, sorted.
    pub host: Vec<f64>,
}

impl Timing {
    /// Seconds by the best clock there is, sorted.
    pub fn seconds(&self) -> &[f64] {
        if self.device.is_empty() { &self.host } else { &self.device }
    }

    /// Whose clock that is: `device` or `host`.
    pub fn clock(&self) -> &'static str {
        if self.device.is_empty() { "host" } else { "device" }
    }

    /// The middle call, in seconds.
    pub fn median(&self) -> f64 {
        quantile(self.seconds(), 0.5)
    }

    /// The middle call on the host's clock, in seconds.
    pub fn host_median(&self) -> f64 {
        quantile(&self.host, 0.5)
    }

    /// The fastest call, in seconds.
    pub fn min(&self) -> f64 {
        quantile(self.seconds(), 0.0)
    }

    /// Half the distance between the quartiles over the median: 0 for calls that all take as long.
    pub fn spread(&self) -> f64 {
        let sorted = self.seconds();
        (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2.0 / self.median()
    }
}

/// A quantile of sorted numbers; NaN of none.
fn quantile(sorted: &[f64], q: f64) -> f64 {
    // The index is at most the last one's.
    sorted.get((sorted.len().saturating_sub(1) as f64 * q).round() as usize).copied().unwrap_or(f64::NAN)
}

/// At most this many calls are timed.
const CALLS: usize = 200;

impl Gpu {
    /// Runs a prepared plan for about `budget` and times each call: a quarter of it to warm up, at
    /// least one call, then at least three timed ones. Calls take the `sets` of buffers in turn, so
    /// that enough of them keep inputs out of caches.
    ///
    /// # Errors
    /// As [`Gpu::record`]; [`crate::Error::Device`] if the device fails.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn time(&self, prepared: &Prepared, sets: &[Tensors<'_>], budget: Duration) -> Result<Timing> {
        pollster::block_on(self.time_async(prepared, sets, budget))
    }

    /// As [`Gpu::time`], for targets that may not block; see [`Gpu::wait_async`].
    ///
    /// # Errors
    /// As [`Gpu::time`].
    pub async fn time_async(
        &self,
        prepared: &Prepared,
        sets: &[Tensors<'_>],
        budget: Duration,
    ) -> Result<Timing> {
        let clock = Clock::new(self).await?;
        let mut turns = sets.iter().cycle();
        let mut next = async || match turns.next() {
            Some(tensors) => clock.call(self, prepared, tensors).await,
            None => Err(Error::Device("nothing to time: no buffers".into())),
        };
        let begin = Instant::now();
        next().await?;
        while begin.elapsed() < budget / 4 {
            next().await?;
        }
        let begin = Instant::now();
        let mut timing = Timing::default();
        while timing.host.len() < 3 || (begin.elapsed() < budget && timing.host.len() < CALLS) {
            let (device, host) = next().await?;
            timing.device.extend(device);
            timing.host.push(host);
        }
        // Timestamps that stand still are none.
        if timing.device.len() < timing.host.len() || timing.device.iter().any(|t| *t <= 0.0) {
            timing.device.clear();
        }
        timing.device.sort_by(f64::total_cmp);
        timing.host.sort_by(f64::total_cmp);
        Ok(timing)
    }
}

impl Gpu {
    /// Seconds of the host's time that [`Gpu::record`] takes, and wgpu's around it: creating the
    /// encoder and finishing it. Nothing is submitted.
    ///
    /// # Errors
    /// As [`Gpu::record`].
    pub fn time_recording(&self, prepared: &Prepared, tensors: &Tensors<'_>) -> Result<[f64; 2]> {
        let start = Instant::now();
        let mut encoder = self.device.create_command_encoder(&Default::default());
        let created = Instant::now();
        self.record(&mut encoder, prepared, tensors)?;
        let recorded = Instant::now();
        drop(encoder.finish());
        let around = (created - start) + recorded.elapsed();
        Ok([(recorded - created).as_secs_f64(), around.as_secs_f64()])
    }
}

/// The device's clock, where it has one.
struct Clock(Option<(wgpu::QuerySet, wgpu::Buffer)>);

impl Clock {
    async fn new(gpu: &Gpu) -> Result<Self> {
        if !gpu.caps().timestamps {
            return Ok(Self(None));
        }
        let set = gpu.device().create_query_set(&wgpu::QuerySetDescriptor {
            label: Some("wgpu-attention times"),
            ty: wgpu::QueryType::Timestamp,
            count: 2,
        });
        let usage = wgpu::BufferUsages::QUERY_RESOLVE | wgpu::BufferUsages::COPY_SRC;
        Ok(Self(Some((set, gpu.create_buffer("wgpu-attention times", 16, usage).await?))))
    }

    /// Seconds of one call on both clocks.
    async fn call(
        &self,
        gpu: &Gpu,
        prepared: &Prepared,
        tensors: &Tensors<'_>,
    ) -> Result<(Option<f64>, f64)> {
        let mut encoder = gpu.device().create_command_encoder(&Default::default());
        let writes = self.0.as_ref().map(|(set, _)| wgpu::ComputePassTimestampWrites {
            query_set: set,
            beginning_of_pass_write_index: Some(0),
            end_of_pass_write_index: Some(1),
        });
        gpu.record_timed(&mut encoder, prepared, tensors, writes)?;
        if let Some((set, resolved)) = &self.0 {
            encoder.resolve_query_set(set, 0..2, resolved, 0);
        }
        let start = Instant::now();
        gpu.submit(encoder)?;
        gpu.wait_async().await?;
        let host = start.elapsed().as_secs_f64();
        let Some((_, resolved)) = &self.0 else { return Ok((None, host)) };
        let bytes = gpu.read_async(resolved, 16).await?;
        let tick = |at: usize| bytes[at..at + 8].iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b));
        let ticks = tick(8).saturating_sub(tick(0));
        Ok((Some(ticks as f64 * f64::from(gpu.queue().get_timestamp_period()) * 1e-9), host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_sorted_times_and_of_the_devices_clock_where_there_is_one() {
        let host = vec![1.0, 2.0, 3.0, 4.0, 50.0];
        let mut timing = Timing { host: host.clone(), ..Timing::default() };
        assert_eq!((timing.median(), timing.min(), timing.spread()), (3.0, 1.0, 1.0 / 3.0));
        timing.device = vec![0.5, 0.5, 0.5];
        assert_eq!((timing.median(), timing.host_median(), timing.spread()), (0.5, 3.0, 0.0));
        assert!(Timing::default().median().is_nan());
    }
}
