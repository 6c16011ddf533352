//! Kernels damaged on purpose. A device, a compiler or a suite on which the damage goes unnoticed proves
//! nothing by what passes; so the suite damages kernels itself, everywhere it runs, and demands to see it.
//!
//! A plan is plain data: one line of a fragment is swapped in it. The fragment's path is part of the
//! pipeline's key and differs too.

use super::{Check, sound};
use crate::conformance::trial::Trial;
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::{Plan, Tier};
use crate::record::SelfCheck;
use crate::shader::Fragment;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// A change of one fragment that makes results wrong.
#[derive(Debug, PartialEq, Eq)]
pub struct Damage {
    /// What is wrong then, for people.
    pub name: &'static str,
    /// The path that the fragment gets, unlike that of any file.
    damaged: &'static str,
    /// Path of the fragment inside `shaders/`.
    pub path: &'static str,
    from: &'static str,
    to: &'static str,
}

/// How a damaged kernel fared.
pub(super) enum Damaged {
    /// It was seen to be wrong, or was declined.
    Noticed,
    /// It was not; the text says what happened instead.
    Unnoticed(String),
}

macro_rules! damages {
    ($($id:ident: $name:literal, $path:literal, $from:literal => $to:literal;)*) => {
        $(const $id: Damage = Damage {
            name: $name,
            damaged: concat!("damaged/", stringify!($id)),
            path: $path,
            from: $from,
            to: $to,
        };)*
        /// All of them, but what makes a tier misbehave.
        pub const DAMAGES: &[Damage] = &[$($id),*];
    };
}

damages! {
    SCALE: "scores are not scaled", "pair/query_scaled.wgsl", "return x * params.scale;" => "return x;";
    NAIVE_SCALE: "products are not scaled", "pair/sum_scaled.wgsl",
        "return bitcast<f32>((bitcast<u32>(params.scale) & 0x807fffffu) | 0x3f800000u);" => "return 1.0;";
    MASK: "later keys are seen", "lib/flash.wgsl",
        "if key < keys.x || key >= keys.y {" => "if key < keys.x {";
    LAST_TILE: "the last tile is left out", "lib/flash.wgsl",
        "min((split + 1u) * share, tiles));" => "min((split + 1u) * share, max(tiles, 1u) - 1u));";
    NAIVE_MASK: "nothing is masked", "kernel/scores.wgsl",
        "var hidden = j < keys.x || j >= keys.y;" => "var hidden = false;";
    NAIVE_LAST_KEY: "the last key is left out", "kernel/weigh.wgsl",
        "j < kv_count(b); j++" => "j + 1u < kv_count(b); j++";
    PARTS: "all parts weigh the same", "kernel/merge.wgsl", "let w = exp_kept((x.x - top) + x.y);" => "let w = 1.0;";
    FADE: "the state does not fade", "kernel/recurrent.wgsl",
        "s[n] = fade_state(s[n], x);" => "s[n] = fade_state(s[n], vec4<f32>(0.0));";
    FADE_COLUMNS: "the state does not fade", "kernel/recurrent_columns.wgsl",
        "return fade_state(s, x);" => "return s;";
    COLUMNS: "lanes keep their sums to themselves", "reduce/columns_shared.wgsl",
        "r += subgroupShuffleXor(r, step);" => "r += r;";
    LAST_CHUNK: "the last chunk is left out", "kernel/chunk.wgsl",
        "for (var first = begin; first < end; first += CHUNK)" =>
        "for (var first = begin; first + CHUNK < end; first += CHUNK)";
    SEGMENTS: "segments forget what was before", "kernel/scan.wgsl", "s += added;" => "s = added;";
    OWN_UPDATES: "tokens miss the updates of their own tile", "kernel/inter_chunk.wgsl",
        "j < i0 + HIGH" => "j < i0";
    RATES: "updates have no rates", "kernel/intra_chunk.wgsl", "x[r] = rates[i] * sum;" => "x[r] = sum;";
    LIST: "the first block is read again and again", "tiles/list.wgsl",
        "block_entries[base + n / key_tiles_of_block()]" => "block_entries[base]";
    TIES: "all of the equal are chosen", "kernel/select.wgsl",
        "let tie = rank == cut.rank && cut.ties > 0u;" => "let tie = rank == cut.rank;";
    SOFTMAX_MEAN: "gradients forget what weights share", "lib/gradient.wgsl", "(by_value - row.z)" => "by_value";
    GRADIENT_MASK: "gradients see later keys", "lib/gradient.wgsl",
        "|| j < keys.x || j >= keys.y {" => "|| j < keys.x {";
    SHARED_CELLS: "gradients by masks are of the last head", "kernel/gradient_bias.wgsl",
        "sum[c] += weight_tile" => "sum[c] = weight_tile";
    TURN: "rotations turn the wrong way", "kernel/rotary.wgsl",
        "return x * c - load_input" => "return x * c + load_input";
    LATER: "keys are blind to later tokens", "kernel/linear_gradient_keys.wgsl",
        "var x = fma(rate, own, later);" => "var x = rate * own;";
    TAPS: "every tap reads the same token", "kernel/conv.wgsl", "padded(b, c, t + n)" => "padded(b, c, t)";
}

/// Shuffles give half of a neighbour's part.
const SHUFFLE: Damage = Damage {
    name: "shuffles lose half",
    damaged: "damaged/SHUFFLE",
    path: "reduce/subgroup.wgsl",
    from: "subgroupShuffleXor(",
    to: "0.5 * subgroupShuffleXor(",
};

/// Which checks are run with which damage.
const DAMAGED: &[(&str, &[&Damage])] = &[
    ("softmax/head groups/4 heads on 2/flash", &[&SCALE, &MASK, &LAST_TILE]),
    ("softmax/head groups/4 heads on 2/flash subgroup", &[&SCALE, &MASK, &LAST_TILE]),
    ("softmax/head groups/4 heads on 2/flash_rows", &[&SCALE, &MASK, &LAST_TILE]),
    ("softmax/head groups/4 heads on 2/naive", &[&NAIVE_SCALE, &NAIVE_MASK]),
    // Some row must see the last key.
    ("softmax/visibility/TopLeft causal false left Some(20) right None/naive", &[&NAIVE_LAST_KEY]),
    ("gradients/head groups/4 heads on 2/gradient", &[&SOFTMAX_MEAN, &GRADIENT_MASK]),
    ("gradients/head groups/4 heads on 2/gradient_rows", &[&SOFTMAX_MEAN, &GRADIENT_MASK]),
    ("gradients/masks/additive [2, 1, 18, 70]/gradient", &[&SHARED_CELLS]),
    ("merge/17 parts, f32", &[&PARTS]),
    ("recurrence/lengths/PerToken add of 65/recurrent", &[&FADE]),
    ("recurrence/lengths/PerToken add of 65/recurrent_columns", &[&FADE_COLUMNS]),
    ("recurrence/lengths/PerToken delta of 16/recurrent_lanes", &[&COLUMNS]),
    ("recurrence/lengths/PerToken add of 65/chunk", &[&LAST_CHUNK]),
    ("recurrence/chunk sizes/16, add/chunk_split", &[&SEGMENTS]),
    ("recurrence/chunk sizes/16, delta/two_pass", &[&OWN_UPDATES, &RATES]),
    ("recurrence/gradients/PerToken delta of 33/linear_gradient", &[&LATER]),
    ("recurrence/gradients/PerToken delta of 33/linear_gradient_lanes", &[&LATER, &COLUMNS]),
    ("selection/random block mask, grouped/flash", &[&LIST]),
    ("selection/ties, TopK(3), own block", &[&TIES]),
    ("operator/rotary f32, 16 of 16, (16, 16, false, None)", &[&TURN]),
    ("operator/convolution f32, 4 taps of 9", &[&TAPS]),
];

/// The one of them whose tier is made to misbehave.
const DECLINED: &str = "softmax/head groups/4 heads on 2/flash subgroup";

/// Every damage on every kernel that has the fragment, and the self-check.
pub(super) fn checks() -> impl Iterator<Item = Check> {
    let known: Vec<Check> = sound().filter(|c| DAMAGED.iter().any(|(name, _)| c.name == *name)).collect();
    let named = move |name: &str| known.iter().find(|c| c.name == name).cloned();
    let declined = named(DECLINED).map(|check| check.declined_by(&SHUFFLE));
    let damaged = DAMAGED.iter().flat_map(|(name, damages)| damages.iter().map(move |d| (*name, *d)));
    damaged.filter_map(move |(name, damage)| Some(named(name)?.damaged_by(damage))).chain(declined)
}

impl Damage {
    /// Damages the plan; how many fragments it changed.
    pub fn apply(&self, plan: &mut Plan) -> usize {
        let mut changed = 0;
        let dispatches = plan.recording.ahead.iter_mut().chain(&mut plan.recording.dispatches);
        for fragment in dispatches.flat_map(|d| &mut d.key.fragments) {
            if fragment.path == self.path && fragment.source.contains(self.from) {
                // A fragment is static text. A run of the suite leaks less than one page loads.
                let source = fragment.source.replace(self.from, self.to).leak();
                *fragment = Fragment { path: self.damaged, source, ..*fragment };
                changed += 1;
            }
        }
        changed
    }

    /// Runs calls with the damage: something compared must be wrong.
    pub(super) async fn run(&self, gpu: &Gpu, trial: &Trial) -> Result<Damaged> {
        let changed = std::cell::Cell::new(0);
        let done = trial.outputs_async(gpu, &|plan| changed.set(changed.get() + self.apply(plan))).await?;
        if changed.get() == 0 {
            return Err(self.absent());
        }
        let verdict = trial.judge(&done)?;
        if verdict.outputs.iter().any(|(_, _, comparison)| comparison.wrong > 0) {
            return Ok(Damaged::Noticed);
        }
        Ok(Damaged::Unnoticed(format!("{}, and every output is as it should be", self.name)))
    }

    fn absent(&self) -> Error {
        Error::Device(format!("no plan has the line of {} that was to be damaged", self.path))
    }
}

/// Damages a tier: the self-check must switch it off, and the calls come out right without it.
pub(super) async fn declined_and_replaced(gpu: &Gpu, trial: &Trial, damage: &Damage) -> Result<Damaged> {
    let gpu = gpu.with_self_check(SelfCheck::Fresh);
    let changed = AtomicUsize::new(0);
    gpu.self_check_async(&|plan| {
        changed.fetch_add(damage.apply(plan), Relaxed);
    })
    .await;
    if changed.load(Relaxed) == 0 {
        return Err(damage.absent());
    }
    if gpu.caps().declined.is_empty() {
        return Ok(Damaged::Unnoticed(format!("{}, and the self-check declined no tier", damage.name)));
    }
    let verdict = trial.run_async(&gpu).await?;
    if let Some(tier) = verdict.plans.iter().map(Plan::tier).max().filter(|&tier| tier > Tier::Plain) {
        return Ok(Damaged::Unnoticed(format!("the tier {tier} was declined and used all the same")));
    }
    Ok(match verdict.complaint() {
        None => Damaged::Noticed,
        Some(why) => Damaged::Unnoticed(format!("the fallback is wrong: {why}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Engine;
    use crate::conformance::suite::Body;
    use crate::device::DeviceCaps;

    #[test]
    fn every_damage_has_a_check_of_every_engine_and_its_line_stands_once() {
        let checks: Vec<Check> = checks().collect();
        assert_eq!(checks.len(), DAMAGED.iter().map(|(_, d)| d.len()).sum::<usize>() + 1);
        for damage in DAMAGES {
            assert!(checks.iter().any(|c| c.group.ends_with(damage.name)), "{} is in no check", damage.name);
        }
        for engine in Engine::ALL {
            assert!(checks.iter().any(|c| c.engine == engine), "nothing of {engine} is damaged");
        }
        // Lines of the plans of a device that has every tier; each must be there.
        let caps = DeviceCaps { subgroups: Some((32, 32)), ..DeviceCaps::webgpu_minimum() };
        for check in &checks {
            let (Ok(Body::Damaged(trial, damage)) | Ok(Body::Declined(trial, damage))) = check.body() else {
                panic!("{check:?} is of another kind")
            };
            let step = &trial.steps[0];
            let mut plan = step.problem.plan(&caps, &step.policy.clone().unwrap_or_default()).unwrap();
            let text = |plan: &Plan| {
                let keys = plan.recording.dispatches.iter().flat_map(|d| &d.key.fragments);
                keys.filter(|f| f.path == damage.path).map(|f| f.source).collect::<Vec<_>>()
            };
            let before = text(&plan);
            assert!(!before.is_empty(), "{check:?}: {} is in no plan", damage.path);
            for source in before {
                let lines = source.matches(damage.from).count();
                assert!(lines == 1 || *damage == SHUFFLE && lines > 0, "{}: the kernel changed", damage.path);
            }
            assert!(damage.apply(&mut plan) > 0);
            assert!(text(&plan).is_empty());
        }
    }
}
