//! Systems with summaries of far keys.

use super::dot;
use super::softmax::{B, D, H, Qkv, cells, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems::{self, Combiner};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "combiner",
        title: "Combiner",
        paper: "Ren et al. 2021, Combiner: Full Attention Transformer with Sparse Computation Cost",
        family: Family::Sparse,
        engine: Engine::Softmax,
        parts: "maxima of blocks, expectations inside them, summaries and own tokens in one softmax",
        builder: "systems::Combiner",
        trial: combiner,
    },
    System {
        name: "transformer-vq",
        title: "Transformer-VQ",
        paper: "Lingle 2023, Transformer-VQ: Linear-Time Transformers via Vector Quantization",
        family: Family::Linear,
        engine: Engine::Softmax,
        parts: "codes as slots with means of values and log counts, causal",
        builder: "systems::vq_block",
        trial: vector_quantised,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const DIM: u32 = D as u32;

/// Four blocks of nine tokens, by the probability of every token.
fn combiner() -> Trial {
    let (n, size) = (36, 9);
    let x = Qkv::random(&mut Noise::new(951), [B, H, n, D], [B, H, n, D], D);
    let scale = 1.0 / (D as f64).sqrt();
    let largest = |t: &Tensor, b: usize, h: usize, r: usize| -> Vec<f64> {
        let top = |e: usize| (r * size..(r + 1) * size).map(|j| t.at(&[b, h, j])[e]).fold(f64::MIN, f64::max);
        (0..D).map(top).collect()
    };
    let inside = |b, h, r: usize| {
        let q = largest(&x.q, b, h, r);
        softmax(&(0..size).map(|j| scale * dot(&q, x.k.at(&[b, h, r * size + j]))).collect::<Vec<_>>())
    };
    let o = x.weigh(|b, h, i| {
        let block = i / size;
        let far = (0..block).map(|r| scale * dot(x.q.at(&[b, h, i]), &largest(&x.k, b, h, r)));
        let near = (block * size..=i).map(|j| x.score(b, h, i, j));
        let p = softmax(&far.chain(near).collect::<Vec<_>>());
        let of_far = (0..block).flat_map(|r| inside(b, h, r).into_iter().map(move |w| (r, w)));
        of_far.map(|(r, w)| p[r] * w).chain(p[block..].iter().copied()).collect()
    });
    let attention = Attention::new(BATCH, HEADS, n as u32, DIM).causal();
    Trial::of(Combiner { attention, block: size as u32 }, x.host()).wants(Role::O, o.values)
}

/// The second of two blocks of 14 tokens, against attention over all tokens with quantised keys.
fn vector_quantised() -> Trial {
    let (block, codes) = (14, 6);
    let mut noise = Noise::new(952);
    let x = Qkv::random(&mut noise, [B, H, block, D], [B, H, codes, D], D);
    let v = Tensor::random(&mut noise, &[B, H, 2 * block, D]);
    let code = |b: usize, h: usize, j: usize| (j * j + 2 * b + h) % (codes - 1);
    let key = |b, h, j| x.k.at(&[b, h, code(b, h, j)]);
    let count = |b, h, s: usize| (0..block).filter(|&j| code(b, h, j) == s).count() as f64;
    let (mut o, mut assigned, mut bias, mut keys, mut values) =
        (vec![], vec![], vec![], vec![], [vec![], vec![]]);
    for (b, h, i) in cells(B, H, block) {
        let score = |j: usize| dot(x.q.at(&[b, h, i]), key(b, h, j)) / (D as f64).sqrt();
        let p = softmax(&(0..=block + i).map(score).collect::<Vec<_>>());
        o.extend((0..D).map(|e| (0..p.len()).map(|j| p[j] * v.at(&[b, h, j])[e]).sum::<f64>()));
        keys.extend_from_slice(key(b, h, block + i));
        values[0].extend_from_slice(v.at(&[b, h, i]));
        values[1].extend_from_slice(v.at(&[b, h, block + i]));
    }
    for (b, h, s) in cells(B, H, codes) {
        let own = |j: usize| if code(b, h, j) == s { 1.0 / count(b, h, s) } else { 0.0 };
        assigned.extend((0..block).map(own));
    }
    for (b, h, n) in cells(B, H, codes + block) {
        bias.push(if n < codes { count(b, h, n).ln() } else { 0.0 });
    }
    let flat = |values: Vec<f64>| Tensor { shape: vec![values.len()], values };
    let [first, second] = values;
    let host = with(with(HostTensors::new(), Role::Scores, &flat(assigned)), Role::V, &flat(first));
    let next = with(with(HostTensors::new(), Role::Q, &x.q), Role::K, &flat(keys));
    let next = with(with(with(next, Role::V, &flat(second)), Role::PastK, &x.k), Role::Bias, &flat(bias));
    let (n, s) = (block as u32, codes as u32);
    Trial::of(systems::vq_means(BATCH, HEADS, s, n, DIM), host)
        .then(systems::vq_block(BATCH, HEADS, n, s, DIM), next)
        .carry(Role::O, Role::PastV)
        .wants(Role::O, o)
}
