//! The self-check: before a tier above plain is used on a device, its kernels are compared with the
//! plain ones. A tier that differs is switched off there, and plans say why.

use crate::device::{DeclinedTier, DeviceCaps, Gpu};
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem, Tier};
use crate::problem::{Attention, DType, Decay, LinearAttention, Role, UpdateRule};
use crate::record::HostTensors;
use crate::record::memory::{self, fnv};
use crate::shader::{Target, assemble};
use std::sync::Arc;

/// How a device comes to trust its tiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SelfCheck {
    /// Compared once and remembered in the user's cache folder, by device, driver and shaders.
    #[default]
    Remembered,
    /// Compared anew by every process; no file is read or written.
    Fresh,
    /// Every tier that the device claims is used.
    Off,
}

/// Differences from the plain kernels, relative to the largest output, besides two roundings to the
/// output's type: sums in another order are off by 1e-6, a wrong shader by far more.
const ALLOWED: f64 = 1e-4;

/// The folder of its files: a key, and the reason if the tier is declined.
const FOLDER: &str = "self-check";

/// What is compared: a problem small enough to compile at once, its inputs, its outputs, and the tier's own
/// kernel for it where no device need prefer that.
struct Sample {
    problem: Box<dyn Problem + Send + Sync>,
    inputs: HostTensors,
    outputs: Vec<(Role, DType)>,
    kernel: Option<&'static str>,
}

fn samples(tier: Tier) -> Vec<Sample> {
    let small = Attention::new(1, 4, 70, 16).kv_heads(2).causal().with_lse();
    match tier {
        Tier::Plain | Tier::Subgroup => vec![attention(small, None), recurrence()],
        // Several strips, tiles and chunks, the last of each not full.
        Tier::Matrix => {
            let p = Attention::new(1, 4, 70, 72).kv_heads(2).kv_len(150).with_lse().dtype(DType::F16);
            vec![attention(p.causal(), Some("flash_matrix"))]
        }
    }
}

fn attention(p: Attention, kernel: Option<&'static str>) -> Sample {
    let roles = [(Role::Q, 0.731), (Role::K, 1.117), (Role::V, 0.377)];
    let inputs = roles.into_iter().fold(HostTensors::new(), |inputs, (role, step)| {
        inputs.floats(role, p.dtype, &wave(p.shape(role), step))
    });
    let outputs = vec![(Role::O, p.out_dtype), (Role::Lse, DType::F32)];
    Sample { problem: Box::new(p), inputs, outputs, kernel }
}

/// Lanes that share columns, which add vectors up.
fn recurrence() -> Sample {
    let p = LinearAttention::new(1, 2, 9, 24).decay(Decay::PerToken).rule(UpdateRule::Delta);
    let roles = [(Role::Q, 0.731), (Role::K, 1.117), (Role::V, 0.377), (Role::Decay, 0.5), (Role::Beta, 0.9)];
    let inputs = roles.into_iter().fold(HostTensors::new(), |inputs, (role, step)| {
        // Keys of length 1 at most, logs of decays below 0.
        let [by, add] = if role == Role::Decay { [0.1, -0.2] } else { [0.2, 0.0] };
        let values: Vec<f32> = wave(p.shape(role), step).iter().map(|x| x * by + add).collect();
        inputs.floats(role, DType::F32, &values)
    });
    let outputs = vec![(Role::O, p.out_dtype)];
    Sample { problem: Box::new(p), inputs, outputs, kernel: Some("recurrent_lanes") }
}

/// Waves that differ from row to row.
fn wave(shape: [u32; 4], step: f32) -> Vec<f32> {
    // Far below 2^24.
    (0..shape.iter().product::<u32>()).map(|n| (n as f32 * step).sin() * 1.5).collect()
}

/// The tiers above plain that a device claims.
fn claimed(caps: &DeviceCaps) -> Vec<Tier> {
    let subgroup = caps.subgroups.map(|_| Tier::Subgroup);
    let matrix = (!caps.coop_sizes.is_empty()).then_some(Tier::Matrix);
    subgroup.into_iter().chain(matrix).collect()
}

impl Gpu {
    /// Compares every tier that the device claims with plain WGSL, unless that is known. A tier
    /// that differs, or does not compile, goes to [`DeviceCaps::declined`]. Planning calls this
    /// before it first uses such a tier; a second call does nothing.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn self_check(&self) {
        pollster::block_on(self.self_check_async(&|_| {}));
    }

    /// As [`Gpu::self_check`], for targets that may not block. Plans of the tiers are changed by
    /// `edit` first: a test may damage a shader so. What is remembered of a damaged tier is found
    /// under other shaders than the library's.
    pub async fn self_check_async(&self, edit: &(dyn Fn(&mut Plan) + Sync)) {
        // Whoever asks meanwhile waits for the one check.
        let check = async || {
            let mut declined = Vec::new();
            if self.trust != SelfCheck::Off {
                for tier in claimed(self.caps()) {
                    declined.extend(self.verdict(tier, edit).await.map(|why| DeclinedTier { tier, why }));
                }
            }
            Arc::new(DeviceCaps { declined, ..self.caps().clone() })
        };
        self.checked.get_or_init(check).await;
    }

    /// Why a tier is not to be used.
    async fn verdict(&self, tier: Tier, edit: &(dyn Fn(&mut Plan) + Sync)) -> Option<String> {
        let mut pairs = Vec::new();
        for sample in samples(tier) {
            let plan = |tier, kernel: Option<&str>| {
                let policy =
                    Policy { kernel: kernel.map(Into::into), max_tier: Some(tier), ..Policy::default() };
                sample.problem.plan(self.caps(), &policy)
            };
            let (Ok(plain), Ok(mut other)) = (plan(Tier::Plain, None), plan(tier, sample.kernel)) else {
                continue;
            };
            if other.tier() == tier {
                edit(&mut other);
                pairs.push((sample, plain, other));
            }
        }
        if pairs.is_empty() {
            return None;
        }
        let key = key(self.caps(), tier, pairs.iter().flat_map(|(_, plain, other)| [plain, other]));
        if let (SelfCheck::Remembered, Some(known)) = (self.trust, memory::recall(FOLDER, &key)) {
            return Some(known).filter(|why| !why.is_empty());
        }
        let mut found = None;
        for (sample, plain, other) in pairs {
            match self.difference(&sample, plain, other).await {
                Ok(difference) => found = found.or(difference),
                // A device that is lost or has no memory says nothing of the tier, to be remembered.
                Err(error) => return Some(format!("not compared: {error}")),
            }
        }
        if self.trust == SelfCheck::Remembered {
            memory::keep(FOLDER, &key, found.as_deref().unwrap_or_default());
        }
        found
    }

    /// How a tier's result differs from the plain one.
    async fn difference(&self, sample: &Sample, plain: Plan, other: Plan) -> Result<Option<String>> {
        let want = self.outputs(plain, &sample.inputs).await?;
        let got = match self.outputs(other, &sample.inputs).await {
            Err(error @ Error::Shader { .. }) => {
                return Ok(Some(format!("switched off by the self-check: {error}")));
            }
            other => other?,
        };
        Ok(sample.outputs.iter().find_map(|&(role, dtype)| {
            let [want, got] = [&want, &got].map(|x| x.decode(role, dtype).unwrap_or_default());
            let top = want.iter().fold(1e-30f32, |m, x| m.max(x.abs()));
            let off = want.iter().zip(&got).map(|(w, g)| (w - g).abs());
            // A NaN is as wrong as can be.
            let worst = off.fold(0.0f32, |m, x| if x.is_nan() { f32::INFINITY } else { m.max(x) }) / top;
            let wrong = got.len() != want.len() || f64::from(worst) > ALLOWED + 2.0 * dtype.epsilon();
            wrong.then(|| {
                format!("switched off by the self-check: {role} is off by {worst:.1e} of its largest value")
            })
        }))
    }

    async fn outputs(&self, plan: Plan, inputs: &HostTensors) -> Result<HostTensors> {
        let prepared = self.prepare_async(plan).await?;
        self.run_host_async(&prepared, inputs).await
    }
}

/// What a verdict holds for: the library, the device, its driver and the shaders compared.
fn key<'a>(caps: &DeviceCaps, tier: Tier, plans: impl Iterator<Item = &'a Plan>) -> String {
    let texts =
        plans.flat_map(|plan| &plan.recording.dispatches).map(|d| assemble(&d.key, Target::Native).text);
    let shaders = texts.fold(0, |hash, text| fnv(hash, &text));
    let version = env!("CARGO_PKG_VERSION");
    format!("{version} {shaders:016x} {tier} {:?} {:?} {}", caps.subgroups, caps.coop_sizes, caps.title())
        .replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declined_tier_is_not_planned_and_the_plan_says_why() {
        let able = DeviceCaps { subgroups: Some((32, 32)), ..DeviceCaps::webgpu_minimum() };
        let why = "switched off by the self-check: o is off by 1".to_string();
        let declined = vec![DeclinedTier { tier: Tier::Subgroup, why: why.clone() }];
        let unable = DeviceCaps { declined, ..able.clone() };
        let p = &samples(Tier::Subgroup)[0].problem;
        assert_eq!(p.plan(&able, &Policy::default()).unwrap().tier(), Tier::Subgroup);
        let plan = p.plan(&unable, &Policy::default()).unwrap();
        assert_eq!(plan.tier(), Tier::Plain);
        assert!(plan.decisions.iter().any(|d| d.kernel == "tier subgroup" && d.why == why));
        // Lanes that share columns, by their name and as planned.
        let recurrence = &samples(Tier::Subgroup)[1];
        let asked = Policy { kernel: recurrence.kernel.map(Into::into), ..Policy::default() };
        for policy in [Policy::default(), asked.clone()] {
            assert_eq!(recurrence.problem.plan(&able, &policy).unwrap().tier(), Tier::Subgroup);
        }
        assert!(recurrence.problem.plan(&unable, &asked).is_err());
        assert_eq!(recurrence.problem.plan(&unable, &Policy::default()).unwrap().tier(), Tier::Plain);
    }

    #[test]
    fn a_key_names_everything_that_a_verdict_depends_on() {
        let caps = DeviceCaps { subgroups: Some((8, 8)), ..DeviceCaps::webgpu_minimum() };
        let plan = samples(Tier::Subgroup)[0].problem.plan(&caps, &Policy::default()).unwrap();
        let of = |caps: &DeviceCaps| key(caps, Tier::Subgroup, [&plan, &plan].into_iter());
        assert_eq!(of(&caps), of(&caps.clone()));
        assert_ne!(of(&caps), of(&DeviceCaps { driver: "newer".into(), ..caps.clone() }));
        assert_ne!(of(&caps), of(&DeviceCaps { subgroups: Some((16, 16)), ..caps.clone() }));
    }
}
