//! The search among plans of one problem: each is timed on the device, and the fastest is planned from
//! then on for every problem of the same class, where the caller wants that.

use super::{Recording, Tensors, memory};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem, Tier, TileShape};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Whether plans follow what [`Gpu::tune`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tuning {
    /// The defaults: the same plan on every run, whatever was measured.
    #[default]
    Off,
    /// What this process found; no file is read or written.
    Process,
    /// What any process found, kept in the user's cache folder by device, driver and version of the
    /// library.
    Remembered,
}

/// One way to plan a problem, with its time.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// What to ask for.
    pub policy: Policy,
    /// The kernels of its plan, in order.
    pub kernels: Vec<&'static str>,
    /// Median seconds of a call; by the device's clock where it has one.
    pub seconds: f64,
    /// Whether it is the one that is planned from now on.
    pub chosen: bool,
}

/// The default stays unless another plan takes less than this share of its time.
const CLEARLY: f64 = 0.95;

/// What was found so far, by class; `None` where a file was looked for in vain.
pub(crate) type Found = Mutex<HashMap<String, Option<Policy>>>;

/// What planning can be asked for; the default comes first.
fn policies() -> impl Iterator<Item = Policy> {
    let softmax = [None, Some("flash"), Some("flash_rows"), Some("flash_matrix")];
    let recurrences = [
        Some("chunk"),
        Some("two_pass"),
        Some("recurrent"),
        Some("recurrent_columns"),
        Some("recurrent_lanes"),
    ];
    let kernels = softmax.into_iter().chain(recurrences);
    let tiers = [None, Some(Tier::Plain), Some(Tier::Matrix)];
    let splits = [None, Some(1), Some(2), Some(4), Some(8)];
    let by_kernel = kernels.flat_map(move |kernel| {
        tiers.into_iter().flat_map(move |max_tier| {
            let kernel = kernel.map(String::from);
            splits.into_iter().map(move |splits| Policy {
                kernel: kernel.clone(),
                splits,
                max_tier,
                ..Policy::default()
            })
        })
    });
    let by_tile = TileShape::ALL.into_iter().flat_map(move |tile| {
        tiers.into_iter().map(move |max_tier| Policy { tile: Some(tile), max_tier, ..Policy::default() })
    });
    by_kernel.chain(by_tile)
}

impl Gpu {
    /// Times every plan that the policies allow for a problem, each for about `budget`, on tensors of
    /// zeros. The fastest is planned from now on for all problems of its [`Problem::class`] if the
    /// device [was asked to](Gpu::with_tuning). One plan's numbers do not depend on who chose it.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for a problem of no class; otherwise as [`Gpu::plan`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn tune(&self, problem: &(impl Problem + ?Sized), budget: Duration) -> Result<Vec<Candidate>> {
        pollster::block_on(self.tune_async(problem, budget))
    }

    /// As [`Gpu::tune`], for targets that may not block.
    ///
    /// # Errors
    /// As [`Gpu::tune`].
    pub async fn tune_async(
        &self,
        problem: &(impl Problem + ?Sized),
        budget: Duration,
    ) -> Result<Vec<Candidate>> {
        let class = problem.class().ok_or_else(|| {
            Error::unsupported("tuning this problem", "its time depends on more than its shapes")
        })?;
        self.self_check_async(&|_| {}).await;
        let (mut found, mut seen) = (Vec::new(), Vec::<Recording>::new());
        // What is wrong with the problem itself is wrong with every plan.
        problem.plan(self.caps(), &Policy::default())?;
        for policy in policies() {
            let Ok(plan) = problem.plan(self.caps(), &policy) else { continue };
            if !seen.contains(&plan.recording) {
                seen.push(plan.recording.clone());
                let kernels = plan.recording.dispatches.iter().map(|d| d.key.kernel).collect();
                let seconds = self.seconds(plan, budget).await?;
                found.push(Candidate { policy, kernels, seconds, chosen: false });
            }
        }
        let limit = found.first().map_or(f64::INFINITY, |c| c.seconds * CLEARLY);
        let faster = (0..found.len()).filter(|&n| found[n].seconds < limit);
        let best = faster.min_by(|&a, &b| found[a].seconds.total_cmp(&found[b].seconds)).unwrap_or(0);
        if let Some(best) = found.get_mut(best) {
            best.chosen = true;
            if self.tuning == Tuning::Remembered {
                memory::keep(FOLDER, &self.tuning_key(&class), &to_text(&best.policy));
            }
            self.found().insert(class, Some(best.policy.clone()));
            self.plans.clear();
        }
        Ok(found)
    }

    async fn seconds(&self, plan: Plan, budget: Duration) -> Result<f64> {
        let prepared = self.prepare_async(plan).await?;
        let mut buffers = Vec::new();
        for &(role, bytes, _) in &prepared.plan().tensors {
            buffers.push((role, self.upload_async(role.name(), bytes, &[]).await?));
        }
        let tensors = buffers.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer));
        Ok(self.time_async(&prepared, &[tensors], budget).await?.median())
    }

    /// The policy that was found fastest for problems like this one, if plans are to follow it.
    pub(crate) fn tuned(&self, problem: &(impl Problem + ?Sized)) -> Option<Policy> {
        if self.tuning == Tuning::Off {
            return None;
        }
        let class = problem.class()?;
        let recall = || memory::recall(FOLDER, &self.tuning_key(&class)).and_then(|text| from_text(&text));
        let known = self.found().get(&class).cloned();
        known.unwrap_or_else(|| {
            let policy = if self.tuning == Tuning::Remembered { recall() } else { None };
            self.found().insert(class.clone(), policy.clone());
            policy
        })
    }

    fn tuning_key(&self, class: &str) -> String {
        format!("{} {} {class}", env!("CARGO_PKG_VERSION"), self.caps().title()).replace('\n', " ")
    }

    fn found(&self) -> std::sync::MutexGuard<'_, HashMap<String, Option<Policy>>> {
        // A poisoned map still holds only whole entries.
        self.tuned.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folder of its files.
const FOLDER: &str = "tune";

/// A policy as a line of a file: kernel, splits, tier, tile, `-` for any.
fn to_text(policy: &Policy) -> String {
    let or_any = |x: Option<String>| x.unwrap_or_else(|| "-".into());
    let splits = policy.splits.map(|n| n.to_string());
    let tier = policy.max_tier.map(|t| t.to_string());
    let tile = policy.tile.map(|t| t.to_string());
    [policy.kernel.clone(), splits, tier, tile].map(or_any).join(" ")
}

fn from_text(text: &str) -> Option<Policy> {
    let [kernel, splits, tier, tile] = text.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
    let splits = if splits == "-" { None } else { Some(splits.parse().ok()?) };
    let tiers = [Tier::Plain, Tier::Subgroup, Tier::Matrix];
    let max_tier = if tier == "-" { None } else { Some(tiers.into_iter().find(|t| t.to_string() == tier)?) };
    let tile = if tile == "-" { None } else { Some(tile.parse().ok()?) };
    let kernel = (kernel != "-").then(|| kernel.to_string());
    Some(Policy { kernel, splits, max_tier, tile, ..Policy::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_survive_their_file_and_other_text_is_none() {
        let all: Vec<Policy> = policies().collect();
        assert_eq!(all[0], Policy::default());
        assert!(all.iter().all(|p| from_text(&to_text(p)).as_ref() == Some(p)));
        for text in
            ["", "flash", "flash x - -", "flash 2 fast -", "flash 2 plain more", "- - - 64x32", "- - - - -"]
        {
            assert_eq!(from_text(text), None, "{text}");
        }
    }
}
