//! Problems with inputs and the outputs they must give: the form in which the library checks
//! itself, in tests, in `systems` and in `conform`.

use super::guard::View;
use super::{Comparison, Tolerance};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
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
    /// How to plan it; `None` as the device's own policy says.
    pub policy: Option<Policy>,
    /// Outputs of the step before (first) that are inputs of this one (second).
    pub carried: Vec<(Role, Role)>,
    /// Outputs of several steps before (first), one after another, that are one input of this one
    /// (second).
    pub gathered: Vec<(Role, Role, Range<usize>)>,
    /// What it must give.
    pub wanted: Vec<Wanted>,
    /// Outputs that must equal those of an earlier step.
    pub alike: Vec<Alike>,
}

/// An output that must equal one of an earlier step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// Which output, contiguous in both steps.
    pub role: Role,
    /// Its element type.
    pub dtype: DType,
    /// The earlier step, from 0.
    pub step: usize,
    /// Bit for bit; otherwise as close as [`Wanted::tolerance`] allows.
    pub exact: bool,
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
    /// Where they lie in the output's buffer; `None` for one after another from its start.
    pub view: Option<View>,
    /// What it may differ by; `None` for [`Wanted::tolerance`]'s rule.
    pub allowed: Option<Tolerance>,
}

/// How a trial went.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// The plan of every step.
    pub plans: Vec<Plan>,
    /// Every output that was compared: its step (from 0), its role, how far off it is.
    pub outputs: Vec<(usize, Role, Comparison)>,
    /// Bytes outside of outputs that were written.
    pub damage: Vec<String>,
}

impl Trial {
    /// A trial of one call.
    pub fn of(problem: impl Problem + 'static, inputs: HostTensors) -> Self {
        Self::default().then(problem, inputs)
    }

    /// Adds a call.
    pub fn then(self, problem: impl Problem + 'static, inputs: HostTensors) -> Self {
        self.then_boxed(Box::new(problem), inputs)
    }

    /// A trial of one call to a problem of any kind.
    pub(crate) fn boxed(problem: Box<dyn Problem>, inputs: HostTensors) -> Self {
        Self::default().then_boxed(problem, inputs)
    }

    fn then_boxed(mut self, problem: Box<dyn Problem>, inputs: HostTensors) -> Self {
        self.steps.push(Step {
            problem,
            inputs,
            policy: None,
            carried: Vec::new(),
            gathered: Vec::new(),
            wanted: Vec::new(),
            alike: Vec::new(),
        });
        self
    }

    /// Plans the last call by `policy`.
    pub fn by(mut self, policy: Policy) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.policy = Some(policy);
        }
        self
    }

    /// The last call must write to `role` what call `step` (from 0) wrote there: bit for bit if
    /// `exact`.
    pub fn same(mut self, step: usize, role: Role, dtype: DType, exact: bool) -> Self {
        if let Some(last) = self.steps.last_mut() {
            last.alike.push(Alike { role, dtype, step, exact });
        }
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
    pub fn wants_in(self, role: Role, dtype: DType, values: Vec<f64>) -> Self {
        self.wanting(Wanted { role, dtype, values, view: None, allowed: None })
    }

    /// The words that the last call must write. Compared as f32: words with all of the bits 23
    /// to 30 set are all alike.
    pub fn wants_words(self, role: Role, words: &[u32]) -> Self {
        let values = words.iter().map(|&w| f32::from_bits(w).into()).collect();
        let allowed = Some(Tolerance { rtol: 0.0, atol: 0.0 });
        self.wanting(Wanted { role, dtype: DType::F32, values, view: None, allowed })
    }

    /// What the last call must write.
    pub fn wanting(mut self, wanted: Wanted) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.wanted.push(wanted);
        }
        self
    }

    /// Runs every call and compares its outputs. Outputs begin as NaN, between bytes that must
    /// not change.
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
        self.judge(&self.outputs_async(gpu, &|_| {}).await?)
    }

    /// Runs every call: its plan, and what it wrote, with the bands around it.
    ///
    /// # Errors
    /// As [`Gpu::plan`] and [`Gpu::run_host`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn outputs(&self, gpu: &Gpu) -> Result<Vec<(Plan, HostTensors)>> {
        pollster::block_on(self.outputs_async(gpu, &|_| {}))
    }

    /// As [`Trial::outputs`], for targets that may not block. Every plan is changed by `edit`
    /// before it runs: a test may damage a shader so.
    ///
    /// # Errors
    /// As [`Trial::outputs`].
    pub async fn outputs_async(
        &self,
        gpu: &Gpu,
        edit: &dyn Fn(&mut Plan),
    ) -> Result<Vec<(Plan, HostTensors)>> {
        let (mut done, mut clean) = (Vec::new(), Vec::new());
        for step in &self.steps {
            let mut plan = step.plan(gpu)?;
            edit(&mut plan);
            let prepared = gpu.prepare_async(plan).await?;
            let inputs = step.poisoned(prepared.plan(), step.received(&clean)?);
            let raw = gpu.run_host_async(&prepared, &inputs).await?;
            clean.push(step.clean(prepared.plan(), &raw, &mut Vec::new())?);
            done.push((prepared.plan().clone(), raw));
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
        let mut before: Vec<HostTensors> = Vec::new();
        for (n, (step, (plan, raw))) in self.steps.iter().zip(done).enumerate() {
            verdict.plans.push(plan.clone());
            let clean = step.clean(plan, raw, &mut verdict.damage)?;
            for wanted in &step.wanted {
                verdict.outputs.push((n, wanted.role, wanted.compare(&clean)?));
            }
            for alike in &step.alike {
                let earlier = before.get(alike.step).ok_or(Error::MissingTensor { tensor: alike.role })?;
                verdict.outputs.push((n, alike.role, alike.compare(earlier, &clean)?));
            }
            before.push(clean);
        }
        Ok(verdict)
    }
}

impl Step {
    /// Its plan on a device.
    ///
    /// # Errors
    /// As [`Gpu::explain`].
    pub fn plan(&self, gpu: &Gpu) -> Result<Plan> {
        match &self.policy {
            None => gpu.explain(self.problem.as_ref()),
            Some(policy) => gpu.with_policy(policy.clone()).explain(self.problem.as_ref()),
        }
    }

    /// The place of an output of `bytes` bytes.
    fn view(&self, role: Role, bytes: u64) -> View {
        let wanted = self.wanted.iter().find(|w| w.role == role);
        wanted.map_or_else(|| View::flat(DType::F32, bytes.div_ceil(4)), Wanted::place)
    }

    /// The inputs, those from the steps before among them.
    fn received(&self, before: &[HostTensors]) -> Result<HostTensors> {
        let mut inputs = self.inputs.clone();
        for &(output, input) in &self.carried {
            let last = before.last().ok_or(Error::MissingTensor { tensor: output })?;
            inputs = inputs.bytes(input, last.get(output)?.to_vec());
        }
        for (output, input, calls) in &self.gathered {
            let done = before.get(calls.clone()).unwrap_or_default();
            let parts = done.iter().map(|done| done.get(*output)).collect::<Result<Vec<_>>>()?;
            inputs = inputs.bytes(*input, parts.concat());
        }
        Ok(inputs)
    }

    /// The inputs, and outputs that hold NaN between bands of bytes.
    fn poisoned(&self, plan: &Plan, mut inputs: HostTensors) -> HostTensors {
        for &(role, bytes, written) in &plan.tensors {
            if written && inputs.get(role).is_err() {
                inputs = inputs.bytes(role, self.view(role, bytes).unwritten());
            }
        }
        inputs
    }

    /// The outputs alone and contiguous; what was written outside of them goes to `damage`.
    fn clean(&self, plan: &Plan, raw: &HostTensors, damage: &mut Vec<String>) -> Result<HostTensors> {
        let mut clean = HostTensors::new();
        for &(role, bytes, _) in plan.tensors.iter().filter(|(_, _, written)| *written) {
            let got = raw.get(role)?;
            if self.inputs.get(role).is_ok() || self.carried.iter().any(|(_, input)| *input == role) {
                clean = clean.bytes(role, got.to_vec());
                continue;
            }
            let view = self.view(role, bytes);
            if let Some(why) = view.overwritten(got) {
                damage.push(format!("{role}: {why}"));
            }
            clean = clean.bytes(role, view.elements(got));
        }
        Ok(clean)
    }
}

impl Wanted {
    /// What an output may differ by: the rounding of its type, and [`SUMS`].
    pub fn tolerance(&self) -> Tolerance {
        self.allowed.unwrap_or_else(|| usual(self.dtype, &self.values))
    }

    /// Where it lies.
    fn place(&self) -> View {
        self.view.unwrap_or_else(|| View::flat(self.dtype, self.values.len() as u64))
    }

    fn compare(&self, outputs: &HostTensors) -> Result<Comparison> {
        let got: Vec<f64> = outputs.decode(self.role, self.dtype)?.into_iter().map(f64::from).collect();
        if got.len() < self.values.len() || got.len() > self.values.len() + 1 {
            let what = format!("elements of {}", self.role);
            return Err(Error::mismatch(what, self.values.len() as u64, got.len() as u64));
        }
        // What the type cannot hold is infinite in it.
        let held = |x: f64| {
            if self.dtype.round(&[x as f32])[0].is_infinite() { x.signum() * f64::INFINITY } else { x }
        };
        let values: Vec<f64> = self.values.iter().map(|&x| held(x)).collect();
        Ok(self.tolerance().compare(&got, &values))
    }
}

impl Alike {
    fn compare(&self, earlier: &HostTensors, now: &HostTensors) -> Result<Comparison> {
        let wide = |x: &HostTensors| -> Result<Vec<f64>> {
            Ok(x.decode(self.role, self.dtype)?.into_iter().map(f64::from).collect())
        };
        let (want, got) = (wide(earlier)?, wide(now)?);
        if want.len() != got.len() {
            let what = format!("elements of {}", self.role);
            return Err(Error::mismatch(what, want.len() as u64, got.len() as u64));
        }
        if !self.exact {
            return Ok(usual(self.dtype, &want).compare(&got, &want));
        }
        let mut comparison = Tolerance { rtol: 0.0, atol: 0.0 }.compare(&got, &want);
        if comparison.wrong == 0 && earlier.get(self.role)? != now.get(self.role)? {
            // Zeros of two signs, or two kinds of NaN.
            comparison.wrong = 1;
        }
        Ok(comparison)
    }
}

/// The rounding of a type, and [`SUMS`] of the largest value.
fn usual(dtype: DType, values: &[f64]) -> Tolerance {
    let top = values.iter().filter(|x| x.is_finite()).fold(1e-30f64, |m, x| m.max(x.abs()));
    let rounding = if dtype == DType::F32 { 0.0 } else { 1.01 * dtype.epsilon() };
    Tolerance { rtol: rounding, atol: SUMS * top }
}

impl Verdict {
    /// Whether at least one output was compared and all agree.
    pub fn passed(&self) -> bool {
        self.complaint().is_none()
    }

    /// What went wrong, for people; `None` if nothing did.
    pub fn complaint(&self) -> Option<String> {
        if self.outputs.is_empty() {
            return Some("nothing was compared".into());
        }
        if let Some(why) = self.damage.first() {
            return Some(why.clone());
        }
        let (step, role, c) = self.outputs.iter().find(|(_, _, c)| c.wrong > 0)?;
        Some(match c.first {
            None => format!("step {step}, {role}: the bits differ"),
            Some((index, got, want)) => format!(
                "step {step}, {role}: {} elements differ, first [{index}]: {got:e}, expected {want:e}",
                c.wrong
            ),
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

    /// Between plus and minus `amplitude`, rounded to `dtype`.
    pub fn rounded(&mut self, dtype: DType, count: usize, amplitude: f32) -> Vec<f64> {
        let raw: Vec<f32> = (0..count).map(|_| self.float() * amplitude).collect();
        dtype.round(&raw).into_iter().map(f64::from).collect()
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
        let (role, dtype, values) = (Role::O, DType::F32, vec![1.0, 2.0]);
        let wanted = Wanted { role, dtype, values, view: None, allowed: None };
        let compared = |x: &[f32]| {
            let outputs = HostTensors::new().floats(Role::O, DType::F32, x);
            let outputs = vec![(0, Role::O, wanted.compare(&outputs).unwrap())];
            Verdict { outputs, ..Default::default() }
        };
        assert!(compared(&[1.0, 2.0]).passed());
        assert!(compared(&[1.0, 2.0]).complaint().is_none());
        for wrong in [[1.0, 2.001], [f32::NAN, 2.0], [f32::INFINITY, 2.0]] {
            assert!(!compared(&wrong).passed(), "{wrong:?}");
            assert!(compared(&wrong).complaint().is_some());
        }
    }
}
