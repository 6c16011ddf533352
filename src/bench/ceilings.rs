//! What a device can do at most.

use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::kernels::{Ceiling, Unit};
use crate::problem::Role;
use crate::record::Tensors;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Rates measured by small shaders; `None` for what the device lacks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ceilings {
    /// FLOP/s of f32 multiply-adds, written in the form that is faster here.
    pub f32: Option<f64>,
    /// FLOP/s of f16 multiply-adds, likewise.
    pub f16: Option<f64>,
    /// FLOP/s of products of cooperative matrices, f16 in and f32 out.
    pub matrix: Option<f64>,
    /// Bytes a second read and written by a copy.
    pub copy: Option<f64>,
    /// Seconds on the host's clock of a call that does next to nothing.
    pub launch: Option<f64>,
}

/// A shader runs for about this long, so that its start does not count.
const ENOUGH: Duration = Duration::from_millis(20);

/// One driver ends loops after 65,535 rounds without a word.
const MOST_ROUNDS: u32 = 1 << 14;

impl Ceilings {
    /// Measures all of them, each for about `budget`.
    ///
    /// # Errors
    /// [`Error::Device`] or [`Error::Shader`] if the device fails.
    pub fn measure(gpu: &Gpu, budget: Duration) -> Result<Self> {
        let groups = if gpu.caps().cpu { 64 } else { 4096 };
        let rate = |unit| match rate(gpu, Ceiling { unit, groups, rounds: 16 }, budget) {
            Ok(rate) => Ok(Some(rate)),
            Err(Error::Unsupported { .. }) => Ok(None),
            Err(error) => Err(error),
        };
        Ok(Self {
            f32: faster(rate(Unit::F32)?, rate(Unit::F32Fused)?),
            f16: faster(rate(Unit::F16)?, rate(Unit::F16Fused)?),
            matrix: rate(Unit::Matrix)?,
            copy: Some(copy(gpu, budget)?),
            launch: Some(launch(gpu, budget)?),
        })
    }

    /// The least time that `flops` on a unit and `bytes` of traffic take, in seconds.
    pub fn least(&self, unit: Unit, flops: u64, bytes: u64) -> Option<f64> {
        let rate = match unit {
            Unit::F32 | Unit::F32Fused => self.f32?,
            Unit::F16 | Unit::F16Fused => self.f16?,
            Unit::Matrix => self.matrix?,
            Unit::Copy => return Some(bytes as f64 / self.copy?),
        };
        Some((flops as f64 / rate).max(bytes as f64 / self.copy?))
    }
}

/// The larger of two rates; `None` only if both are.
fn faster(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::max)
}

/// FLOP/s, or bytes a second, with as many rounds as make the start negligible.
fn rate(gpu: &Gpu, mut ceiling: Ceiling, budget: Duration) -> Result<f64> {
    loop {
        let seconds = time(gpu, ceiling, Duration::ZERO)?;
        if seconds >= ENOUGH.as_secs_f64() || ceiling.rounds >= MOST_ROUNDS {
            break;
        }
        ceiling.rounds *= 4;
    }
    Ok(ceiling.work(gpu.caps()) as f64 / time(gpu, ceiling, budget)?)
}

/// Copies far more than caches hold.
fn copy(gpu: &Gpu, budget: Duration) -> Result<f64> {
    let room = gpu.caps().max_binding.min(if gpu.caps().cpu { 64 << 20 } else { 1 << 30 });
    let ceiling = |groups| Ceiling { unit: Unit::Copy, groups, rounds: 1 };
    let each = ceiling(1).work(gpu.caps()) / 2;
    // At most a few hundred thousand.
    let groups = (room / each).min(gpu.caps().max_groups.into()).max(1) as u32;
    let ceiling = ceiling(groups);
    Ok(ceiling.work(gpu.caps()) as f64 / time(gpu, ceiling, budget)?)
}

/// The fastest call: ceilings are what the device can do, not what it does when disturbed.
fn time(gpu: &Gpu, ceiling: Ceiling, budget: Duration) -> Result<f64> {
    let prepared = gpu.plan(&ceiling)?;
    // Sums stay finite: they tend to b / (1 - a).
    let numbers: Vec<u8> =
        [0.5f32, 0.25, 0.75, 0.125, 0.5, 0.5, 0.25, 0.25].iter().flat_map(|x| x.to_le_bytes()).collect();
    let mut buffers = Vec::new();
    for &(role, bytes, written) in &prepared.plan().tensors {
        let data = if written { &[][..] } else { &numbers };
        buffers.push((role, gpu.upload(role.name(), bytes, data)?));
    }
    let tensors = buffers.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer));
    let timing = gpu.time(&prepared, &[tensors], budget)?;
    // Work that nobody reads may not be done.
    if let Some((_, o)) = buffers.iter().find(|(role, _)| *role == Role::O) {
        let bytes = gpu.read(o, 16)?;
        let first = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        if !first.is_finite() || (ceiling.unit != Unit::Copy && first == 0.0) {
            return Err(Error::Device(format!("{:?}: the shader gave {first}", ceiling.unit)));
        }
    }
    Ok(timing.min())
}

/// Median seconds from submission to completion of the smallest call.
fn launch(gpu: &Gpu, budget: Duration) -> Result<f64> {
    let prepared = gpu.plan(&Ceiling { unit: Unit::F32, groups: 1, rounds: 1 })?;
    let (input, o) = (gpu.upload("input", 32, &[])?, gpu.upload("o", 4 * 64, &[])?);
    let tensors = Tensors::new().with(Role::Input, &input).with(Role::O, &o);
    Ok(gpu.time(&prepared, &[tensors], budget)?.host_median())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_time_is_bound_by_what_takes_longer() {
        let c = Ceilings { f32: Some(100.0), copy: Some(10.0), ..Ceilings::default() };
        assert_eq!(c.least(Unit::F32, 1000, 10), Some(10.0));
        assert_eq!(c.least(Unit::F32, 1000, 1000), Some(100.0));
        assert_eq!(c.least(Unit::Matrix, 1000, 1000), None);
        assert_eq!(c.least(Unit::Copy, 1000, 50), Some(5.0));
    }
}
