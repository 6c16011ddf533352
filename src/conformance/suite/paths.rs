//! What must not depend on the path taken: two runs give the same bits, splits and chunks the same
//! result, a run continued equals the whole, a full block list equals dense attention.

use super::attention::{MATRICES, ROUTES, by, expectations};
use super::cases::{Case, problem};
use super::recurrence::{KERNELS, policy};
use super::recurrence_inputs::inputs;
use super::{Check, selection};
use crate::conformance::catalogue::Engine;
use crate::conformance::trial::Trial;
use crate::error::Result;
use crate::plan::{Policy, Tier};
use crate::problem::{Attention, DType, Decay, LinearAttention, Role, StateUse, UpdateRule};
use crate::record::HostTensors;
use crate::reference;
use crate::systems::BlockSparse;

pub(super) fn checks() -> impl Iterator<Item = Check> {
    repeats()
        .map(|c| c.of("paths/two runs"))
        .chain(full_lists().map(|c| c.of("paths/full list = dense")))
        .chain(recurrences().map(|c| c.of("paths/chunk = recurrent = continued")))
}

/// The same call twice, and split over the keys: bit-equal, and equal to the reference.
fn repeats() -> impl Iterator<Item = Check> {
    [DType::F32, DType::F16, DType::Bf16].into_iter().flat_map(|dtype| {
        let matrices = if dtype == DType::F16 { MATRICES } else { &[] };
        ROUTES.iter().chain(matrices).map(move |route| {
            Check::trial(format!("paths/two runs of {dtype}/{}", route.name()), Engine::Softmax, move || {
                // An odd size makes 16-bit outputs share words between rows.
                let p = problem([2, 4, 2], [65, 300], [8, 7]).dtype(dtype).causal();
                let (host, wanted) = expectations(&Case::new("repeat", p.clone()))?;
                let first = Trial::of(p.clone(), host.clone()).by(route.policy());
                let first = wanted.clone().into_iter().fold(first, Trial::wanting);
                let again = first.then(p.clone(), host.clone()).by(route.policy());
                let again = wanted.into_iter().fold(again, Trial::wanting);
                Ok(again.same(0, Role::O, dtype, true).same(0, Role::Lse, DType::F32, true))
            })
            .dtype(dtype)
            .tier(route.tier)
        })
    })
}

/// A mask that shows every block is dense attention, bit for bit.
fn full_lists() -> impl Iterator<Item = Check> {
    selection::KERNELS.into_iter().flat_map(|(kernel, tier)| {
        [(64, 64), (32, 128)].into_iter().map(move |(block_q, block_kv)| {
            let name = format!("paths/full {block_q} x {block_kv} block list = dense/{kernel} {tier}");
            Check::trial(name, Engine::Selection, move || {
                let p = Attention::new(1, 2, 150, 32).with_lse().causal();
                let (host, wanted) = expectations(&Case::new("full list", p.clone()))?;
                let policy = by(kernel, tier);
                let dense = Trial::of(p.clone(), host.clone()).by(policy.clone());
                let dense = wanted.into_iter().fold(dense, Trial::wanting);
                let blocks = 2 * 150usize.div_ceil(block_q as usize) * 150usize.div_ceil(block_kv as usize);
                let host = host.bools(Role::BlockMask, &vec![true; blocks]);
                let full = dense.then(BlockSparse { attention: p, block_q, block_kv }, host).by(policy);
                Ok(full.same(0, Role::O, DType::F32, true).same(0, Role::Lse, DType::F32, true))
            })
            .tier(tier)
        })
    })
}

/// Chunks equal the recurrence, and a run cut anywhere and continued equals the whole.
fn recurrences() -> impl Iterator<Item = Check> {
    let rules = [("add", UpdateRule::Add), ("delta", UpdateRule::Delta)];
    rules.into_iter().flat_map(move |(name, rule)| {
        KERNELS[..4].iter().flat_map(move |&(kernel, tier)| {
            [&[60u32][..], &[1, 59], &[16, 44], &[37, 4, 19]].into_iter().map(move |cuts| {
                let name = format!("paths/{name} rule cut {cuts:?}/{kernel}");
                Check::trial(name, Engine::Recurrence, move || continued(rule, policy(kernel, tier), cuts))
                    .tier(tier)
            })
        })
    })
}

/// The whole by the recurrent kernel, and then in parts `by` another, each from the state before.
fn continued(rule: UpdateRule, by: Policy, cuts: &[u32]) -> Result<Trial> {
    let whole = LinearAttention::new(1, 2, 60, 16).decay(Decay::PerToken).rule(rule).state(StateUse::Out);
    let (x, host) = inputs(&whole, 7, 0.5);
    let want = reference::linear(&whole, &x);
    let mut trial = Trial::of(whole.clone(), host.clone())
        .by(policy("recurrent", Tier::Plain))
        .wants(Role::O, want.o.clone());
    let mut start = 0;
    for (n, &len) in cuts.iter().enumerate() {
        let state = if n == 0 { StateUse::Out } else { StateUse::InOut };
        let part = LinearAttention { len, ..whole.clone() }.contiguous().state(state);
        let inputs = tokens(&host, &part, start)?;
        let rows = |head: &[f64]| head[(start * 16) as usize..((start + len) * 16) as usize].to_vec();
        let o = want.o.chunks_exact(60 * 16).flat_map(rows).collect();
        trial = trial.then(part, inputs).by(by.clone()).wants(Role::O, o);
        if n > 0 {
            trial = trial.carry(Role::StateOut, Role::StateIn);
        }
        start += len;
    }
    Ok(trial.wants(Role::StateOut, want.state).same(0, Role::StateOut, DType::F32, false))
}

/// Tokens from `start` on of f32 inputs of two heads, 60 tokens each.
fn tokens(host: &HostTensors, part: &LinearAttention, start: u32) -> Result<HostTensors> {
    let mut out = HostTensors::new();
    for (role, bytes) in host.iter() {
        let row = bytes.len() / (2 * 60);
        let rows = start as usize * row..(start + part.len) as usize * row;
        out = out.bytes(
            role,
            bytes.chunks_exact(60 * row).flat_map(|head| &head[rows.clone()]).copied().collect(),
        );
    }
    Ok(out)
}
