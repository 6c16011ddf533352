//! Recurrences: every rule, decay, map and kernel, against the f64 recurrence.

use super::Check;
use super::recurrence_inputs::inputs;
use crate::conformance::catalogue::Engine;
use crate::conformance::guard::View;
use crate::conformance::trial::{Trial, Wanted};
use crate::error::Result;
use crate::kernels::two_pass;
use crate::plan::{Policy, Tier};
use crate::problem::{DType, Decay, Direction, FeatureMap, LinearAttention, Role, StateUse, UpdateRule};
use crate::reference;

/// The kernels, by the names that a policy knows, and the tiers they need.
pub(super) const KERNELS: [(&str, Tier); 6] = [
    ("recurrent", Tier::Plain),
    ("recurrent_columns", Tier::Plain),
    ("recurrent_lanes", Tier::Subgroup),
    ("chunk", Tier::Plain),
    ("chunk_split", Tier::Plain),
    ("two_pass", Tier::Plain),
];

/// A problem with the seed of its inputs and the strength of its decays.
#[derive(Debug, Clone)]
struct Case {
    name: String,
    problem: LinearAttention,
    seed: u64,
    strength: f32,
}

/// Every recurrence by every kernel that takes it.
pub(super) fn checks() -> impl Iterator<Item = Check> {
    let groups = [
        ("lengths", lengths()),
        ("wide states", wide()),
        ("chunk sizes", chunk_sizes()),
        ("types", types()),
        ("feature maps", maps()),
        ("directions", directions()),
        ("strong decay", strong_decay()),
    ];
    let by_matrices = matrices().into_iter().map(|case| check("matrices", &case, "two_pass", Tier::Matrix));
    groups
        .into_iter()
        .flat_map(|(group, cases)| cases.into_iter().flat_map(move |case| of_case(group, &case)))
        .chain(by_matrices)
}

fn of_case(group: &str, case: &Case) -> Vec<Check> {
    KERNELS
        .into_iter()
        .filter(|&(kernel, _)| kernel != "two_pass" || two_pass::knows(&case.problem).is_ok())
        .map(|(kernel, tier)| check(group, case, kernel, tier))
        .collect()
}

fn check(group: &str, case: &Case, kernel: &'static str, tier: Tier) -> Check {
    let group = format!("recurrence/{group}");
    let (name, dtype) = (format!("{group}/{}/{kernel}", case.name), case.problem.dtype);
    let case = case.clone();
    let check = Check::trial(name, Engine::Recurrence, move || trial(&case, kernel, tier));
    check.of(group).dtype(dtype).tier(tier)
}

fn trial(case: &Case, kernel: &str, tier: Tier) -> Result<Trial> {
    let p = &case.problem;
    let (x, mut host) = inputs(p, case.seed, case.strength);
    for (role, layout, values) in
        [(Role::Q, p.q_layout, &x.q), (Role::K, p.k_layout, &x.k), (Role::V, p.v_layout, &x.v)]
    {
        host = host.bytes(role, View { dtype: p.dtype, layout, shape: p.shape(role) }.packed(values));
    }
    let want = reference::linear(p, &x);
    let view = Some(View { dtype: p.out_dtype, layout: p.o_layout, shape: p.shape(Role::O) });
    let o = Wanted { role: Role::O, dtype: p.out_dtype, values: want.o, view, allowed: None };
    let trial = Trial::of(p.clone(), host).by(policy(kernel, tier)).wanting(o);
    Ok(if p.state.writes() { trial.wants(Role::StateOut, want.state) } else { trial })
}

/// Only this kernel, by this tier.
pub(super) fn policy(kernel: &str, tier: Tier) -> Policy {
    Policy { kernel: Some(kernel.into()), max_tier: Some(tier), ..Policy::default() }
}

/// Rules that correct the state by what it holds.
const RULES: [(&str, UpdateRule); 3] =
    [("delta", UpdateRule::Delta), ("momentum", UpdateRule::Momentum), ("rank-one", UpdateRule::RankOne)];

/// Every rule with every decay, and what may be added to it.
fn variants(base: &LinearAttention) -> Vec<(String, LinearAttention)> {
    let mut all = Vec::new();
    for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
        let p = base.clone().decay(decay);
        all.push((format!("{decay:?} add"), p.clone()));
        all.extend(RULES.map(|(name, rule)| (format!("{decay:?} {name}"), p.clone().rule(rule))));
        all.push((format!("{decay:?} normalised"), p.clone().normalised(1e-3)));
        all.push((format!("{decay:?} bonus"), LinearAttention { bonus: true, ..p }));
    }
    all
}

fn case(name: impl Into<String>, problem: LinearAttention, seed: usize, strength: f32) -> Case {
    // Seeds are small.
    Case { name: name.into(), problem, seed: seed as u64, strength }
}

fn lengths() -> Vec<Case> {
    let mut all = Vec::new();
    for (n, len) in [1, 16, 65, 130].into_iter().enumerate() {
        let base = LinearAttention::new(1, 2, len, 24).v_dim(20).state(StateUse::InOut);
        for (m, (name, p)) in variants(&base).into_iter().enumerate() {
            // Each variant meets two of the lengths; no length is left out.
            if (m + n) % 2 == 0 {
                all.push(case(format!("{name} of {len}"), p, m * 100 + n, 0.5));
            }
        }
    }
    all
}

/// States of sizes that models have, columns of which take all lanes of a small subgroup and more.
fn wide() -> Vec<Case> {
    let of = |n: usize, dim, decay, rule| {
        let p = LinearAttention::new(1, 1, 20, dim).v_dim(36).decay(decay).rule(rule).state(StateUse::InOut);
        case(format!("{dim}, {decay:?} {rule:?}"), p, n, 0.3)
    };
    vec![
        of(0, 64, Decay::PerHead, UpdateRule::Add),
        of(1, 128, Decay::PerToken, UpdateRule::Delta),
        of(2, 128, Decay::PerToken, UpdateRule::Momentum),
        of(3, 100, Decay::PerChannel, UpdateRule::RankOne),
        of(4, 256, Decay::PerChannel, UpdateRule::Delta),
    ]
}

fn chunk_sizes() -> Vec<Case> {
    let mut all = Vec::new();
    for chunk in [16, 32, 64] {
        let base = LinearAttention {
            chunk_size: Some(chunk),
            q_heads: 4,
            ..LinearAttention::new(1, 2, 150, 16).v_dim(8).state(StateUse::Out)
        };
        let base = base.contiguous().decay(Decay::PerToken);
        all.push(case(format!("{chunk}, add"), base.clone(), 1, 0.1));
        all.extend(
            RULES.map(|(name, rule)| case(format!("{chunk}, {name}"), base.clone().rule(rule), 2, 0.1)),
        );
    }
    all
}

/// What two passes multiply by cooperative matrices: halves, in chunks of every size, the last not full.
fn matrices() -> Vec<Case> {
    let mut all = Vec::new();
    for (n, chunk) in [16, 32, 64].into_iter().enumerate() {
        let base = LinearAttention {
            chunk_size: Some(chunk),
            q_heads: 4,
            ..LinearAttention::new(2, 2, 150, [40, 5, 64][n]).v_dim(20).dtype(DType::F16)
        };
        let base = base.contiguous().decay(Decay::PerToken).state(StateUse::InOut);
        all.push(case(format!("{chunk}, add"), base.clone(), n, 0.3));
        let reverse = LinearAttention { direction: Direction::Reverse, ..base }.rule(UpdateRule::Delta);
        all.push(case(format!("{chunk}, delta, reverse"), reverse.contiguous().ragged(170), n, 0.3));
    }
    all
}

fn types() -> Vec<Case> {
    let mut all = Vec::new();
    for dtype in [DType::F16, DType::Bf16] {
        for (d, dv) in [(32, 32), (5, 7)] {
            let base = LinearAttention::new(2, 2, 40, d).v_dim(dv).dtype(dtype).state(StateUse::InOut);
            let delta = base.clone().decay(Decay::PerToken).rule(UpdateRule::Delta);
            all.push(case(format!("{dtype} {d} and {dv}, delta"), delta, 1, 0.5));
            all.push(case(
                format!("{dtype} {d} and {dv}, per channel"),
                base.decay(Decay::PerChannel),
                2,
                0.5,
            ));
        }
    }
    // Where four elements begin at no multiple of four, though rows are as long.
    let base = LinearAttention::new(2, 2, 40, 16).v_dim(8).state(StateUse::InOut);
    let mut p = base.decay(Decay::PerToken).rule(UpdateRule::Delta);
    for view in [&mut p.q_layout, &mut p.k_layout, &mut p.v_layout, &mut p.o_layout] {
        *view = view.at(3);
    }
    all.push(case("views from element 3 on", p, 1, 0.5));
    all
}

fn maps() -> Vec<Case> {
    use FeatureMap as F;
    let maps = [
        ("relu", F::Relu),
        ("elu", F::EluPlusOne),
        ("sigmoid", F::Sigmoid),
        ("squared relu", F::SquaredRelu),
        ("exp", F::Exp),
        ("softmax", F::Softmax),
        ("signed softmax", F::SignedSoftmax),
        ("taylor", F::Taylor),
        ("random positive", F::RandomPositive { features: 20 }),
        ("focused", F::Focused { power: 3 }),
    ];
    let of = |(n, (name, map)): (usize, (&str, FeatureMap))| {
        let dtype = if n % 3 == 2 { DType::F16 } else { DType::F32 };
        let base = LinearAttention::new(1, 2, 21, 6).v_dim(10).dtype(dtype).feature_map(map);
        let p = LinearAttention { rate_dtype: DType::F32, ..base.decay(Decay::PerToken) };
        let p = p.state(StateUse::InOut);
        case(name, if n % 2 == 0 { p.normalised(1e-3) } else { p }, n, 0.3)
    };
    maps.into_iter().enumerate().map(of).collect()
}

fn directions() -> Vec<Case> {
    let base = LinearAttention::new(1, 2, 50, 16).decay(Decay::PerToken).state(StateUse::InOut);
    let reverse = LinearAttention { direction: Direction::Reverse, ..base.clone() };
    let packed = LinearAttention { batch: 4, len: 120, ..base }.ragged(120);
    let both = LinearAttention { direction: Direction::Reverse, ..packed.clone().rule(UpdateRule::Delta) };
    vec![
        case("reverse", reverse, 1, 0.5),
        case("packed", packed, 2, 0.5),
        case("packed, reverse, delta", both, 3, 0.5),
    ]
}

fn strong_decay() -> Vec<Case> {
    let mut all = Vec::new();
    for decay in [Decay::PerToken, Decay::PerChannel] {
        let base = LinearAttention::new(1, 2, 130, 16).decay(decay).state(StateUse::Out);
        all.push(case(format!("{decay:?} 50"), base.clone(), 1, 50.0));
        all.extend(
            RULES.map(|(name, rule)| case(format!("{decay:?} 50, {name}"), base.clone().rule(rule), 2, 50.0)),
        );
        all.push(case(format!("{decay:?} 1e4"), base, 3, 1e4));
    }
    all
}
