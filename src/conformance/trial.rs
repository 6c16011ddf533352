//! Problems with inputs and the outputs they must give: the form in which the library checks
//! itself, in tests, in `systems` and in `conform`.

use super::{Comparison, Tolerance};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::{Plan, Problem};
use crate::problem::{DType, Role};
use crate::record::HostTensors;
use std::ops::Range;

/// Error that sums in f32 may make, relative to the largest element of an output. A recurrence
/// of 1000 tokens in f32, token by token, differs from f64 by up to 4e-6.
pub const SUMS: f64 = 1.5e-5;

/// One or more calls on the same device, each with what it must give.
#[derive(Default)]
pub struct Trial {
    /// The calls, in order.
    pub steps: Vec<Step>,
}

/// One call.
pub struct Step {
    /// What to compute.
    pub problem: Box<dyn Problem>,
    /// Its inputs.
    pub inputs: HostTensors,
    /// Outputs of the step before (first) that are inputs of this one (second).
    pub carried: Vec<(Role, Role)>,
    /// Outputs of several steps before (first), one after another, that are one input of this one
    /// (second).
    pub gathered: Vec<(Role, Role, Range<usize>)>,
    /// What it must give.
    pub wanted: Vec<Wanted>,
}

/// An output, as it must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Which output.
    pub role: Role,
    /// Its element type.
    pub dtype: DType,
    /// Its elements, contiguous, before they are rounded to that type.
    pub values: Vec<f64>,
}

/// How a trial went.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// The plan of every step.
    pub plans: Vec<Plan>,
    /// Every output that was compared: its step (from 0), its role, how far off it is.
    pub outputs: Vec<(usize, Role, Comparison)>,
}

impl Trial {
    /// A trial of one call.
    pub fn of(problem: impl Problem + 'static, inputs: HostTensors) -> Self {
        Self::default().then(problem, inputs)
    }

    /// Adds a call.
    pub fn then(mut self, problem: impl Problem + 'static, inputs: HostTensors) -> Self {
        let problem = Box::new(problem);
        let step = Step { problem, inputs, carried: Vec::new(), gathered: Vec::new(), wanted: Vec::new() };
        self.steps.push(step);
        self
    }

    /// Makes `output` of the call before the last one the input `input` of the last one.
    pub fn carry(mut self, output: Role, input: Role) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.carried.push((output, input));
        }
        self
    }

    /// Joins `output` of these calls, counted from 0, into the input `input` of the last one: what
    /// devices send to the one that merges.
    pub fn gather(mut self, output: Role, input: Role, calls: Range<usize>) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.gathered.push((output, input, calls));
        }
        self
    }

    /// What the last call must write to an f32 output.
    pub fn wants(self, role: Role, values: Vec<f64>) -> Self {
        self.wants_in(role, DType::F32, values)
    }

    /// What the last call must write to an output of `dtype`.
    pub fn wants_in(mut self, role: Role, dtype: DType, values: Vec<f64>) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.wanted.push(Wanted { role, dtype, values });
        }
        self
    }

    /// Runs every call and compares its outputs.
    ///
    /// # Errors
    /// As [`Trial::outputs`] and [`Trial::judge`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn run(&self, gpu: &Gpu) -> Result<Verdict> {
        pollster::block_on(self.run_async(gpu))
    }

    /// As [`Trial::run`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Trial::run`].
    pub async fn run_async(&self, gpu: &Gpu) -> Result<Verdict> {
        self.judge(&self.outputs_async(gpu).await?)
    }

    /// Runs every call: its plan, and what it wrote.
    ///
    /// # Errors
    /// As [`Gpu::plan`] and [`Gpu::run_host`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn outputs(&self, gpu: &Gpu) -> Result<Vec<(Plan, HostTensors)>> {
        pollster::block_on(self.outputs_async(gpu))
    }

    /// As [`Trial::outputs`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Trial::outputs`].
    pub async fn outputs_async(&self, gpu: &Gpu) -> Result<Vec<(Plan, HostTensors)>> {
        let mut done: Vec<(Plan, HostTensors)> = Vec::new();
        for step in &self.steps {
            let mut inputs = step.inputs.clone();
            if let Some((_, before)) = done.last() {
                for &(output, input) in &step.carried {
                    inputs = inputs.bytes(input, before.get(output)?.to_vec());
                }
            }
            for (output, input, calls) in &step.gathered {
                let mut joined = Vec::new();
                for (_, before) in done.get(calls.clone()).unwrap_or_default() {
                    joined.extend_from_slice(before.get(*output)?);
                }
                inputs = inputs.bytes(*input, joined);
            }
            let prepared = gpu.plan_async(step.problem.as_ref()).await?;
            let outputs = gpu.run_host_async(&prepared, &inputs).await?;
            done.push((prepared.plan().clone(), outputs));
        }
        Ok(done)
    }

    /// Compares what the calls wrote with what they must write.
    ///
    /// # Errors
    /// [`Error::Mismatch`] for an output of another size than wanted, [`Error::MissingTensor`]
    /// for one that was not written.
    pub fn judge(&self, done: &[(Plan, HostTensors)]) -> Result<Verdict> {
        let mut verdict = Verdict::default();
        for (n, (step, (plan, outputs))) in self.steps.iter().zip(done).enumerate() {
            verdict.plans.push(plan.clone());
            for wanted in &step.wanted {
                verdict.outputs.push((n, wanted.role, wanted.compare(outputs)?));
            }
        }
        Ok(verdict)
    }
}

impl Wanted {
    /// What an output may differ by: the rounding of its type, and [`SUMS`].
    pub fn tolerance(&self) -> Tolerance {
        let top = self.values.iter().filter(|x| x.is_finite()).fold(1e-30f64, |m, x| m.max(x.abs()));
        let rounding = if self.dtype == DType::F32 { 0.0 } else { 1.01 * self.dtype.epsilon() };
        Tolerance { rtol: rounding, atol: SUMS * top }
    }

    fn compare(&self, outputs: &HostTensors) -> Result<Comparison> {
        let got: Vec<f64> = outputs.decode(self.role, self.dtype)?.into_iter().map(f64::from).collect();
        if got.len() < self.values.len() || got.len() > self.values.len() + 1 {
            let what = format!("elements of {}", self.role);
            return Err(Error::mismatch(what, self.values.len() as u64, got.len() as u64));
        }
        Ok(self.tolerance().compare(&got, &self.values))
    }
}

impl Verdict {
    /// Whether at least one output was compared and all agree.
    pub fn passed(&self) -> bool {
        !self.outputs.is_empty() && self.outputs.iter().all(|(_, _, c)| c.wrong == 0)
    }

    /// What went wrong, for people; `None` if nothing did.
    pub fn complaint(&self) -> Option<String> {
        if self.outputs.is_empty() {
            return Some("nothing was compared".into());
        }
        self.outputs.iter().find_map(|(step, role, c)| {
            let (index, got, want) = c.first?;
            Some(format!(
                "step {step}, {role}: {} elements differ, first [{index}]: {got:e}, expected {want:e}",
                c.wrong
            ))
        })
    }
}

/// A small generator (SplitMix64): the same numbers on every machine.
#[derive(Debug, Clone)]
pub struct Noise(u64);

impl Noise {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in -1..1.
    pub fn float(&mut self) -> f32 {
        // 24 bits, which an f32 holds.
        (self.bits() >> 40) as f32 / (1u64 << 23) as f32 - 1.0
    }

    /// Uniform in 0..end; 0 for an end of 0.
    pub fn below(&mut self, end: u32) -> u32 {
        // Below a u32.
        (self.bits() % u64::from(end.max(1))) as u32
    }

    /// Many numbers, uniform in -1..1.
    pub fn floats(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.float()).collect()
    }
}

/// A tensor as formulas read it: f64, contiguous, one to four axes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tensor {
    /// Sizes, outermost first.
    pub shape: Vec<usize>,
    /// Elements.
    pub values: Vec<f64>,
}

impl Tensor {
    /// Random values, uniform in -1..1, as f32 holds them.
    pub fn random(noise: &mut Noise, shape: &[usize]) -> Self {
        let values = noise.floats(shape.iter().product());
        Self { shape: shape.to_vec(), values: values.into_iter().map(f64::from).collect() }
    }

    /// The elements changed one by one, rounded to f32.
    pub fn map(mut self, change: impl Fn(f64) -> f64) -> Self {
        self.values.iter_mut().for_each(|x| *x = f64::from(change(*x) as f32));
        self
    }

    /// The elements from the last index of `index` on: all of an axis, or of several.
    pub fn at(&self, index: &[usize]) -> &[f64] {
        let inner: usize = self.shape[index.len()..].iter().product();
        let offset = index.iter().zip(&self.shape).fold(0, |n, (i, size)| n * size + i);
        &self.values[offset * inner..][..inner]
    }

    /// The elements in f32.
    pub fn floats(&self) -> Vec<f32> {
        self.values.iter().map(|&x| x as f32).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tensor_is_indexed_from_the_outermost_axis() {
        let x = Tensor { shape: vec![2, 3, 2], values: (0..12).map(f64::from).collect() };
        assert_eq!(x.at(&[1, 2]), [10.0, 11.0]);
        assert_eq!(x.at(&[1])[..2], [6.0, 7.0]);
        assert_eq!(x.at(&[0, 1, 1]), [3.0]);
    }

    #[test]
    fn a_verdict_without_comparisons_does_not_pass() {
        assert!(!Verdict::default().passed());
        let wanted = Wanted { role: Role::O, dtype: DType::F32, values: vec![1.0, 2.0] };
        let compared = |x: &[f32]| {
            let outputs = HostTensors::new().floats(Role::O, DType::F32, x);
            let outputs = vec![(0, Role::O, wanted.compare(&outputs).unwrap())];
            Verdict { plans: Vec::new(), outputs }
        };
        assert!(compared(&[1.0, 2.0]).passed());
        assert!(compared(&[1.0, 2.0]).complaint().is_none());
        for wrong in [[1.0, 2.001], [f32::NAN, 2.0], [f32::INFINITY, 2.0]] {
            assert!(!compared(&wrong).passed(), "{wrong:?}");
            assert!(compared(&wrong).complaint().is_some());
        }
    }
}
