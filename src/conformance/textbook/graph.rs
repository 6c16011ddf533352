//! Systems along the edges of a graph.

use super::softmax::{B, D, H, N, Qkv, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "gat",
        title: "Graph Attention Network",
        paper: "Velickovic et al. 2018, Graph Attention Networks",
        family: Family::Sparse,
        engine: Engine::Softmax,
        parts: "edge lists, score_mod: a sum of two numbers through a leaky ReLU",
        builder: "systems::graph_attention",
        trial: gat,
    },
    System {
        name: "graph-transformer",
        title: "Graph Transformer",
        paper: "Dwivedi and Bresson 2021, A Generalization of Transformer Networks to Graphs",
        family: Family::Sparse,
        engine: Engine::Softmax,
        parts: "edge lists, products",
        builder: "systems::edges",
        trial: transformer,
    },
];

/// Neighbours of every node: from none (node 5) and one to all of them (node 9).
fn neighbours() -> Vec<Vec<usize>> {
    let edge = |i: usize, j: usize| match i {
        5 => false,
        9 => true,
        i if i % 6 == 1 => i == j,
        i => (i * i + 3 * j * j + i * j) % 7 < 2,
    };
    (0..N).map(|i| (0..N).filter(|&j| edge(i, j)).collect()).collect()
}

fn edge_count() -> u32 {
    neighbours().iter().map(Vec::len).sum::<usize>() as u32
}

fn with_edges(host: HostTensors) -> HostTensors {
    let (mut spans, mut entries) = (Vec::new(), Vec::new());
    for of in neighbours() {
        spans.push(entries.len() as u32);
        entries.extend(of.iter().map(|&j| j as u32));
        spans.push(entries.len() as u32);
    }
    host.indices(Role::BlockSpans, &spans).indices(Role::BlockEntries, &entries)
}

/// Sums over the neighbours of every node, by a softmax of what `score` says of an edge.
fn along_edges(x: &Qkv, score: impl Fn(usize, usize, usize, usize) -> f64) -> Vec<f64> {
    let all = neighbours();
    let o = x.weigh(|b, h, i| {
        let mut row = vec![0.0; N];
        let scores: Vec<f64> = all[i].iter().map(|&j| score(b, h, i, j)).collect();
        if !scores.is_empty() {
            softmax(&scores).iter().zip(&all[i]).for_each(|(w, &j)| row[j] = *w);
        }
        row
    });
    o.values
}

fn usual() -> Attention {
    Attention::new(B as u32, H as u32, N as u32, D as u32)
}

fn gat() -> Trial {
    let mut noise = Noise::new(1201);
    let x = Qkv::usual(&mut noise);
    let [s, t] = [0, 1].map(|_| Tensor::random(&mut noise, &[B, H, N]).map(|x| 3.0 * x));
    let o = along_edges(&x, |b, h, i, j| {
        let e = s.at(&[b, h, i])[0] + t.at(&[b, h, j])[0];
        if e > 0.0 { e } else { 0.2 * e }
    });
    let host = with(with(x.host(), Role::User("of_node"), &s), Role::User("of_neighbour"), &t);
    let problem = systems::graph_attention(usual(), edge_count(), 0.2);
    problem.map_or_else(|_| Trial::default(), |p| Trial::of(p, with_edges(host)).wants(Role::O, o))
}

fn transformer() -> Trial {
    let x = Qkv::usual(&mut Noise::new(1202));
    let o = along_edges(&x, |b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::edges(usual(), edge_count(), true), with_edges(x.host())).wants(Role::O, o)
}
