//! Systems of a sequence shared by devices, as steps on one device: what each computes, and what
//! the merged result must be.

use super::softmax::{D, H, N, Qkv, cells, sizes};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "ring-attention",
        title: "Ring Attention",
        paper: "Liu et al. 2023, Ring Attention with Blockwise Transformers",
        family: Family::Sharded,
        engine: Engine::Merge,
        parts: "position offsets of query and key shards, lse, running merge",
        builder: "systems::ring_step",
        trial: ring,
    },
    System {
        name: "striped-attention",
        title: "Striped Attention",
        paper: "Brandon et al. 2023, Striped Attention: Faster Ring Attention for Causal Transformers",
        family: Family::Sharded,
        engine: Engine::Merge,
        parts: "strict and non-strict diagonals, lse, merge",
        builder: "systems::striped_step",
        trial: striped,
    },
    System {
        name: "tree-attention",
        title: "Tree Attention",
        paper: "Shyam et al. 2024, Tree Attention: Topology-aware Decoding",
        family: Family::Sharded,
        engine: Engine::Merge,
        parts: "one query on shards of the keys, merges of merges",
        builder: "systems::merge_of",
        trial: tree,
    },
];

/// Tokens of the whole sequence, on three devices.
const LEN: usize = 36;
const DEVICES: usize = 3;
const SHARD: usize = LEN / DEVICES;

/// The rows `tokens` of a tensor `[1, heads, len, d]`.
fn rows(x: &Tensor, tokens: &[usize]) -> Tensor {
    let [_, heads, _, d] = sizes(x);
    let values = cells(1, heads, tokens.len()).flat_map(|(_, h, n)| x.at(&[0, h, tokens[n]]).to_vec());
    Tensor { values: values.collect(), shape: vec![1, heads, tokens.len(), d] }
}

fn part(x: &Qkv, queries: &[usize], keys: &[usize]) -> Qkv {
    Qkv { q: rows(&x.q, queries), k: rows(&x.k, keys), v: rows(&x.v, keys) }
}

/// Causal attention of the whole sequence.
fn whole() -> (Qkv, Tensor, Attention) {
    let x = Qkv::random(&mut Noise::new(201), [1, H, LEN, D], [1, H, LEN, D], D);
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    (x, o, Attention::new(1, H as u32, LEN as u32, D as u32).causal())
}

/// Device 1 of 3: the shards come by in the order of the ring, and each is merged at once.
fn ring() -> Trial {
    let (x, o, p) = whole();
    let shard = |device: usize| (device * SHARD..(device + 1) * SHARD).collect::<Vec<_>>();
    let merge = || systems::merge_of(&systems::ring_step(&p, 3, 1, 1), 2);
    let step = |keys_of: usize| {
        (systems::ring_step(&p, 3, 1, keys_of as u32), part(&x, &shard(1), &shard(keys_of)).host())
    };
    let ([own, ahead, behind], none) = ([step(1), step(0), step(2)], HostTensors::new);
    Trial::of(own.0, own.1)
        .then(ahead.0, ahead.1)
        .then(merge(), none())
        .gather(Role::O, Role::PartialO, 0..2)
        .gather(Role::Lse, Role::PartialLse, 0..2)
        .then(behind.0, behind.1)
        .then(merge(), none())
        .gather(Role::O, Role::PartialO, 2..4)
        .gather(Role::Lse, Role::PartialLse, 2..4)
        .wants(Role::O, rows(&o, &shard(1)).values)
}

fn striped() -> Trial {
    let (x, o, p) = whole();
    let stripe = |device: usize| (0..SHARD).map(|n| n * DEVICES + device).collect::<Vec<_>>();
    let mut trial = Trial::default();
    for keys_of in 0..DEVICES {
        let inputs = part(&x, &stripe(1), &stripe(keys_of)).host();
        trial = trial.then(systems::striped_step(&p, 3, 1, keys_of as u32), inputs);
    }
    trial
        .then(systems::merge_of(&systems::striped_step(&p, 3, 1, 1), 3), HostTensors::new())
        .gather(Role::O, Role::PartialO, 0..DEVICES)
        .gather(Role::Lse, Role::PartialLse, 0..DEVICES)
        .wants(Role::O, rows(&o, &stripe(1)).values)
}

/// A query on four shards of keys; pairs are merged, and then the pairs.
fn tree() -> Trial {
    let x = Qkv::random(&mut Noise::new(202), [1, H, 1, D], [1, H, N, D], D);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let p = Attention::new(1, H as u32, 1, D as u32).kv_len(N as u32);
    let step = |keys| systems::key_slice(&p, keys);
    let merge = || systems::merge_of(&p, 2);
    let mut trial = Trial::default();
    for keys in [0..10, 10..20, 20..30, 30..N as u32] {
        trial = trial.then(step(keys), x.host());
    }
    for calls in [0..2, 2..4, 4..6] {
        trial = trial
            .then(merge(), HostTensors::new())
            .gather(Role::O, Role::PartialO, calls.clone())
            .gather(Role::Lse, Role::PartialLse, calls);
    }
    trial.wants(Role::O, o.values)
}
