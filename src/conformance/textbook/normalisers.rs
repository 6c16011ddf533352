//! Systems with other weights, normalisers and scores.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, cells, softmax, three, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Normaliser, Role, WeightFunction};
use crate::record::HostTensors;
use crate::systems::{self, Cosine, LuongScore, MegaWeights, Pointer};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "rela",
        title: "ReLA",
        paper: "Zhang et al. 2021, Sparse Attention with Linear Units",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "ReLU weights without a normaliser, RMS norm, gate",
        builder: "systems::rela",
        trial: rela,
    },
    System {
        name: "cog",
        title: "Cog Attention",
        paper: "Lv et al. 2024, More Expressive Attention with Negative Weights",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "signed exponentials by their absolute sum",
        builder: "systems::cog",
        trial: cog,
    },
    System {
        name: "lssa",
        title: "LSSA",
        paper: "Gao and Spratling 2025, Softplus Attention with Re-weighting",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "softplus by its sum, a factor for each query",
        builder: "systems::lssa",
        trial: lssa,
    },
    System {
        name: "lssar",
        title: "LSSAR",
        paper: "Gao and Spratling 2025, Softplus Attention with Re-weighting",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "softplus, powers of the normalised weights",
        builder: "systems::lssar",
        trial: lssar,
    },
    System {
        name: "sigmoid-attention",
        title: "Sigmoid attention (when sinks emerge)",
        paper: "Gu et al. 2024, When Attention Sink Emerges in Language Models",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "sigmoid, ELU + 1 and identity; no normaliser, sum, sum of at least one",
        builder: "systems::sigmoid",
        trial: sigmoid,
    },
    System {
        name: "key-bias",
        title: "Key and value biases (when sinks emerge)",
        paper: "Gu et al. 2024, When Attention Sink Emerges in Language Models",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "a learned slot for each head, causal",
        builder: "systems::with_slots",
        trial: key_bias,
    },
    System {
        name: "persistent-memory",
        title: "All-attention (persistent memory)",
        paper: "Sukhbaatar et al. 2019, Augmenting Self-attention with Persistent Memory",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "learned slots in front, causal",
        builder: "systems::with_slots",
        trial: persistent,
    },
    System {
        name: "massive-activations",
        title: "Massive activations (explicit attention bias)",
        paper: "Sun et al. 2024, Massive Activations in Large Language Models",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "one learned slot, no positions",
        builder: "systems::with_slots",
        trial: explicit_bias,
    },
    System {
        name: "memmc-mae",
        title: "MemMC-MAE",
        paper: "Yu et al. 2023, MemMC-MAE",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "learned slots, all tokens seen",
        builder: "systems::with_slots",
        trial: memory_slots,
    },
    System {
        name: "pma-net",
        title: "PMA-Net (prototypical memory)",
        paper: "Barraco et al. 2023, With a Little Help from Your Own Past",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "prototypes beside the causal tokens, the same for every sequence",
        builder: "systems::with_slots",
        trial: prototypes,
    },
    System {
        name: "a-nhp",
        title: "A-NHP (attentive neural Hawkes process)",
        paper: "Yang et al. 2021, Transformer Embeddings of Irregularly Spaced Events",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "one in the denominator, strictly causal",
        builder: "systems::attentive_hawkes",
        trial: hawkes,
    },
    System {
        name: "active-dormant",
        title: "Active-dormant heads (ReLU attention)",
        paper: "Guo et al. 2024, Active-Dormant Attention Heads",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "ReLU by the number of keys, causal",
        builder: "systems::relu_mean",
        trial: relu_mean,
    },
    System {
        name: "relu-random-features",
        title: "Single-layer ReLU attention",
        paper: "Fu et al. 2023, What Can a Single Attention Layer Learn?",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "ReLU by the number of keys, many heads, one query",
        builder: "systems::relu_mean",
        trial: random_features,
    },
    System {
        name: "nap",
        title: "NAP (normalised attention)",
        paper: "Richter and Wattenhofer 2020, Normalized Attention Without Probability Cage",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "scores by mean and deviation",
        builder: "systems::normalised",
        trial: nap,
    },
    System {
        name: "spot",
        title: "SPOT (slot attention)",
        paper: "Kakogeorgiou et al. 2024, SPOT; Locatello et al. 2020, Slot Attention",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "softmax over queries, then by the sum over keys",
        builder: "systems::slot_attention",
        trial: slots,
    },
    System {
        name: "smtc",
        title: "SMTC (masked slot attention)",
        paper: "Qian et al. 2023, Semantics Meets Temporal Correspondence",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "softmax over queries, key lengths",
        builder: "systems::slot_attention",
        trial: masked_slots,
    },
    System {
        name: "luong-global",
        title: "Luong global attention",
        paper: "Luong et al. 2015, Effective Approaches to Attention-based Neural Machine Translation",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "products, bilinear by the caller, additive scores",
        builder: "systems::luong_global",
        trial: luong,
    },
    System {
        name: "show-attend-tell",
        title: "Show, Attend and Tell (soft attention)",
        paper: "Xu et al. 2015, Show, Attend and Tell",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "additive scores, weights as an output, a gate for each row",
        builder: "systems::show_attend_tell",
        trial: show_attend_tell,
    },
    System {
        name: "pointer-network",
        title: "Pointer Networks",
        paper: "Vinyals et al. 2015, Pointer Networks",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "additive scores, mask, log-weights as the output",
        builder: "systems::Pointer",
        trial: pointer,
    },
    System {
        name: "probabilistic-attention",
        title: "Probabilistic Attention",
        paper: "Gabbur et al. 2021, Probabilistic Attention for Interactive Segmentation",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "squared distances, log priors",
        builder: "systems::mixture_weights",
        trial: mixture,
    },
    System {
        name: "mega",
        title: "Mega",
        paper: "Ma et al. 2022, Mega: Moving Average Equipped Gated Attention",
        family: Family::StateSpace,
        engine: Engine::Softmax,
        parts: "Laplace or squared ReLU weights, bias, gate; chunks",
        builder: "systems::mega",
        trial: mega,
    },
    System {
        name: "tcnca",
        title: "TCNCA",
        paper: "Terzic et al. 2023, TCNCA: Temporal Convolution Network with Chunked Attention",
        family: Family::StateSpace,
        engine: Engine::Softmax,
        parts: "chunks, gate",
        builder: "systems::tcnca",
        trial: tcnca,
    },
    System {
        name: "sparse-distributed-memory",
        title: "Attention as Sparse Distributed Memory",
        paper: "Bricken and Pehlevan 2021, Attention Approximates Sparse Distributed Memory",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "norms of queries and keys, inverse temperature",
        builder: "systems::Cosine",
        trial: cosine,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

fn usual() -> Attention {
    Attention::new(BATCH, HEADS, LEN, DIM)
}

fn sigmoid_of(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Weights of the keys up to the query.
fn causal(x: &Qkv, row: impl Fn(&[f64], usize) -> Vec<f64>) -> Tensor {
    x.weigh(|b, h, i| row(&(0..=i).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>(), i))
}

fn rela() -> Trial {
    let mut noise = Noise::new(801);
    let x = Qkv::usual(&mut noise);
    let (gain, gate) = (Tensor::random(&mut noise, &[D]), Tensor::random(&mut noise, &[B, H, N, D]));
    let raw = causal(&x, |s, _| s.iter().map(|s| s.max(0.0)).collect());
    let mut o = Vec::new();
    for (b, h, i) in cells(B, H, N) {
        let row = raw.at(&[b, h, i]);
        let rms = (dot(row, row) / D as f64 + 1e-6).sqrt();
        o.extend((0..D).map(|e| row[e] / rms * gain.values[e] * sigmoid_of(gate.at(&[b, h, i])[e])));
    }
    let host = with(with(x.host(), Role::NormWeight, &gain), Role::Gate, &gate);
    Trial::of(systems::rela(usual().causal(), true), host).wants(Role::O, o)
}

fn cog() -> Trial {
    let x = Qkv::usual(&mut Noise::new(802));
    let o = causal(&x, |s, _| {
        let sum: f64 = s.iter().map(|s| s.abs().exp()).sum();
        s.iter().map(|s| s.signum() * s.abs().exp() / sum).collect()
    });
    Trial::of(systems::cog(usual().causal()), x.host()).wants(Role::O, o.values)
}

/// `c_i sqrt(d)`, where `c_i sqrt(d)` is the log of one more than the keys seen.
fn length_factors() -> Tensor {
    let values = (0..N).map(|i| f64::from(((i + 2) as f64).ln() as f32)).collect();
    Tensor { shape: vec![N], values }
}

/// Softplus weights by their sum.
fn softplus(s: &[f64], factor: f64) -> Vec<f64> {
    let w: Vec<f64> = s.iter().map(|s| (factor * s).exp().ln_1p()).collect();
    let sum: f64 = w.iter().sum();
    w.into_iter().map(|w| w / sum).collect()
}

fn lssa() -> Trial {
    let (x, c) = (Qkv::usual(&mut Noise::new(803)), length_factors());
    let o = causal(&x, |s, i| softplus(s, c.values[i]));
    Trial::of(systems::lssa(usual().causal()), with(x.host(), Role::Gate, &c)).wants(Role::O, o.values)
}

fn lssar() -> Trial {
    let (x, c) = (Qkv::usual(&mut Noise::new(804)), length_factors());
    let (offset, power) = (0.5, 3.0);
    let o = causal(&x, |s, i| {
        let n = s.len() as f64;
        let w: Vec<f64> =
            softplus(s, c.values[i]).into_iter().map(|a| (n * a - offset).max(0.0).powf(power)).collect();
        let sum: f64 = w.iter().sum();
        w.into_iter().map(|w| w / sum).collect()
    });
    let problem = systems::lssar(usual().causal(), offset as f32, power as f32);
    Trial::of(problem, with(x.host(), Role::Gate, &c)).wants(Role::O, o.values)
}

/// The forms of the study, one call each.
fn sigmoid() -> Trial {
    let x = Qkv::usual(&mut Noise::new(805));
    let elu = |s: &f64| if *s > 0.0 { s + 1.0 } else { s.exp() };
    let over = |w: Vec<f64>, by: f64| w.into_iter().map(|w| w / by).collect::<Vec<_>>();
    let plain = causal(&x, |s, _| s.iter().map(|s| sigmoid_of(s - 1.0)).collect());
    let summed = causal(&x, |s, _| {
        let w: Vec<f64> = s.iter().map(elu).collect();
        let sum = w.iter().sum();
        over(w, sum)
    });
    let loose = causal(&x, |s, _| s.iter().map(elu).collect());
    let signed = causal(&x, |s, _| over(s.to_vec(), s.iter().sum::<f64>().abs().max(1.0)));
    let p = || usual().causal();
    let elu = |normaliser| p().weights(WeightFunction::EluPlusOne, normaliser);
    let identity = p().weights(WeightFunction::Identity, Normaliser::SumAtLeastOne);
    Trial::of(systems::sigmoid(p(), -1.0), x.host())
        .wants(Role::O, plain.values)
        .then(elu(Normaliser::Sum), x.host())
        .wants(Role::O, summed.values)
        .then(elu(Normaliser::None), x.host())
        .wants(Role::O, loose.values)
        .then(identity, x.host())
        .wants(Role::O, signed.values)
}

/// One softmax over `slots` learned keys and the tokens, `see` says which.
fn slotted(seed: u64, slots: usize, zero_values: bool, shared: bool, is_causal: bool) -> Trial {
    let mut noise = Noise::new(seed);
    let x = Qkv::usual(&mut noise);
    let mut k = Tensor::random(&mut noise, &[B, H, slots, D]).map(|x| 2.0 * x);
    let mut v = Tensor::random(&mut noise, &[B, H, slots, D]).map(|x| if zero_values { 0.0 } else { x });
    if shared {
        let half = H * slots * D;
        k.values.copy_within(..half, half);
        v.values.copy_within(..half, half);
    }
    let mut o = Vec::new();
    for (b, h, i) in cells(B, H, N) {
        let seen = if is_causal { i + 1 } else { N };
        let learned = (0..slots).map(|m| dot(x.q.at(&[b, h, i]), k.at(&[b, h, m])) / (D as f64).sqrt());
        let p = softmax(&learned.chain((0..seen).map(|j| x.score(b, h, i, j))).collect::<Vec<_>>());
        let value = |n: usize| if n < slots { v.at(&[b, h, n]) } else { x.v.at(&[b, h, n - slots]) };
        o.extend((0..D).map(|e| (0..p.len()).map(|n| p[n] * value(n)[e]).sum::<f64>()));
    }
    let base = if is_causal { usual().causal() } else { usual() };
    let host = with(with(x.host(), Role::PastK, &k), Role::PastV, &v);
    Trial::of(systems::with_slots(base, slots as u32), host).wants(Role::O, o)
}

fn key_bias() -> Trial {
    slotted(806, 1, true, true, true)
}

fn persistent() -> Trial {
    slotted(807, 12, false, true, true)
}

fn explicit_bias() -> Trial {
    slotted(808, 1, false, true, true)
}

fn memory_slots() -> Trial {
    slotted(809, 5, false, true, false)
}

fn prototypes() -> Trial {
    slotted(810, 9, false, true, true)
}

fn hawkes() -> Trial {
    let x = Qkv::usual(&mut Noise::new(811));
    let o = x.weigh(|b, h, i| {
        let f: Vec<f64> = (0..i).map(|j| x.score(b, h, i, j).exp()).collect();
        let sum: f64 = f.iter().sum();
        f.into_iter().map(|f| f / (1.0 + sum)).collect()
    });
    Trial::of(systems::attentive_hawkes(usual()), x.host()).wants(Role::O, o.values)
}

fn relu_mean() -> Trial {
    let x = Qkv::usual(&mut Noise::new(812));
    let o = causal(&x, |s, _| s.iter().map(|w| w.max(0.0) / s.len() as f64).collect());
    Trial::of(systems::relu_mean(usual().causal()), x.host()).wants(Role::O, o.values)
}

/// Twenty heads of random queries and keys on the same values, for one token.
fn random_features() -> Trial {
    let x = Qkv::random(&mut Noise::new(813), [1, 20, 1, D], [1, 20, N, D], D);
    let o = x.weigh(|b, h, i| (0..N).map(|j| x.score(b, h, i, j).max(0.0) / N as f64).collect());
    let problem = systems::relu_mean(Attention::new(1, 20, 1, DIM).kv_len(LEN));
    Trial::of(problem, x.host()).wants(Role::O, o.values)
}

fn nap() -> Trial {
    let x = Qkv::usual(&mut Noise::new(814));
    let (gain, shift) = (0.75, 0.125);
    let o = x.weigh(|b, h, i| {
        let s: Vec<f64> = (0..N).map(|j| x.score(b, h, i, j)).collect();
        let mean = s.iter().sum::<f64>() / N as f64;
        let variance = s.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / N as f64;
        s.iter().map(|s| gain * (s - mean) / (variance + 1e-5).sqrt() + shift).collect()
    });
    Trial::of(systems::normalised(usual(), gain as f32, shift as f32), x.host()).wants(Role::O, o.values)
}

/// Five slots and inputs of these lengths.
fn compete(x: &Qkv, lengths: [usize; B]) -> Tensor {
    x.weigh(|b, h, i| {
        let won = |j: usize| softmax(&(0..5).map(|slot| x.score(b, h, slot, j)).collect::<Vec<_>>())[i];
        let a: Vec<f64> = (0..lengths[b]).map(won).collect();
        let sum: f64 = a.iter().sum();
        a.into_iter().map(|a| a / sum).collect()
    })
}

fn slots() -> Trial {
    let x = Qkv::random(&mut Noise::new(815), [B, 1, 5, D], [B, 1, N, D], D);
    let o = compete(&x, [N; B]);
    Trial::of(systems::slot_attention(BATCH, 5, LEN, DIM), x.host()).wants(Role::O, o.values)
}

fn masked_slots() -> Trial {
    let x = Qkv::random(&mut Noise::new(816), [B, 1, 5, D], [B, 1, N, D], D);
    let o = compete(&x, [N, 21]);
    let problem = Attention { kv_lengths: true, ..systems::slot_attention(BATCH, 5, LEN, DIM) };
    Trial::of(problem, x.host().indices(Role::KvLengths, &[LEN, 21])).wants(Role::O, o.values)
}

/// `w . tanh(q_i + k_j)`.
fn additive(x: &Qkv, w: &Tensor, b: usize, h: usize, i: usize, j: usize) -> f64 {
    let (q, k) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]));
    (0..q.len()).map(|e| w.at(&[h])[e] * (q[e] + k[e]).tanh()).sum()
}

/// Decoder states `h_t`, encoder states `h_s`, which are the values too.
fn luong() -> Trial {
    let mut noise = Noise::new(817);
    let x = Qkv::random(&mut noise, [B, 1, 5, D], [B, 1, N, D], D);
    let x = Qkv { v: x.k.clone(), ..x };
    let w = Tensor::random(&mut noise, &[D, D]);
    let weights = Tensor::random(&mut noise, &[1, D]).map(|x| 3.0 * x);
    let halves = Qkv::random(&mut noise, [B, 1, 5, D], [B, 1, N, D], D);
    let halves = Qkv { v: x.v.clone(), ..halves };
    // W^T h_t, so that its product with h_s is h_t^T W h_s.
    let folded = cells(B, 1, 5).flat_map(|(b, h, i)| {
        let state = x.q.at(&[b, h, i]).to_vec();
        let w = &w;
        (0..D).map(move |e| (0..D).map(|c| state[c] * w.at(&[c])[e]).sum::<f64>()).collect::<Vec<_>>()
    });
    let folded = Tensor { values: folded.collect(), ..x.q.clone() }.map(|x| x);
    let bilinear = Qkv { q: folded, ..x.clone() };
    let dots = x.attend(|b, h, i, j| x.product(b, h, i, j));
    let general = bilinear.attend(|b, h, i, j| {
        let state = bilinear.q.at(&[b, h, i]);
        (0..D).map(|e| state[e] * x.k.at(&[b, h, j])[e]).sum()
    });
    let concat = halves.attend(|b, h, i, j| additive(&halves, &weights, b, h, i, j));
    let p = |score| systems::luong_global(Attention::new(BATCH, 1, 5, DIM).kv_len(LEN), score);
    Trial::of(p(LuongScore::Dot), x.host())
        .wants(Role::O, dots.values)
        .then(p(LuongScore::General), bilinear.host())
        .wants(Role::O, general.values)
        .then(p(LuongScore::Concat), with(halves.host(), Role::PairWeights, &weights))
        .wants(Role::O, concat.values)
}

fn show_attend_tell() -> Trial {
    let mut noise = Noise::new(818);
    let x = Qkv::random(&mut noise, [B, 1, 6, D], [B, 1, N, D], D);
    let (w, gate) =
        (Tensor::random(&mut noise, &[1, D]).map(|x| 3.0 * x), Tensor::random(&mut noise, &[B, 1, 6]));
    let weights = |b, h, i| softmax(&(0..N).map(|j| additive(&x, &w, b, h, i, j)).collect::<Vec<_>>());
    let o = x.weigh(|b, h, i| {
        weights(b, h, i).into_iter().map(|p| p * sigmoid_of(gate.at(&[b, h, i])[0])).collect()
    });
    let all: Vec<f64> = cells(B, 1, 6).flat_map(|(b, h, i)| weights(b, h, i)).collect();
    let problem = systems::show_attend_tell(Attention::new(BATCH, 1, 6, DIM).kv_len(LEN));
    let host = with(with(x.host(), Role::PairWeights, &w), Role::Gate, &gate);
    Trial::of(problem, host).wants(Role::O, o.values).wants(Role::Scores, all)
}

/// Four steps that may not choose what is taken.
fn pointer() -> Trial {
    let mut noise = Noise::new(819);
    let x = Qkv::random(&mut noise, [B, 1, 4, D], [B, 1, N, D], D);
    let w = Tensor::random(&mut noise, &[1, D]).map(|x| 3.0 * x);
    let (lengths, free) = ([N as u32, 30], |i: usize, j: usize| j % 5 >= i);
    let (mut o, mut mask) = (Vec::new(), Vec::new());
    for (b, h, i) in cells(B, 1, 4) {
        let open = |j: usize| j < lengths[b] as usize && free(i, j);
        let s: Vec<f64> =
            (0..N).map(|j| if open(j) { additive(&x, &w, b, h, i, j) } else { f64::NEG_INFINITY }).collect();
        let total = s.iter().map(|s| s.exp()).sum::<f64>().ln();
        o.extend(s.iter().map(|s| s - total));
        mask.extend((0..N).map(|j| free(i, j)));
    }
    let host = with(with(HostTensors::new(), Role::Q, &x.q), Role::K, &x.k);
    let host = with(host, Role::PairWeights, &w).bools(Role::Mask, &mask).indices(Role::KvLengths, &lengths);
    let problem = Pointer { batch: BATCH, q_len: 4, kv_len: LEN, dim: DIM };
    Trial::of(problem, host).wants(Role::Scores, o)
}

fn mixture() -> Trial {
    let mut noise = Noise::new(820);
    let x = Qkv::usual(&mut noise);
    let prior = Tensor::random(&mut noise, &[1, H, 1, N]);
    let precision = 0.25;
    let o = x.attend(|b, h, i, j| {
        let (q, k) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]));
        let distance: f64 = q.iter().zip(k).map(|(q, k)| (q - k) * (q - k)).sum();
        prior.at(&[0, h, 0])[j] - 0.5 * precision * distance
    });
    let problem = systems::mixture_weights(usual(), precision as f32);
    Trial::of(problem, with(x.host(), Role::Bias, &prior)).wants(Role::O, o.values)
}

/// `(1 + erf(x)) / 2` from the integral of its derivative, by Simpson's rule.
fn normal_below(x: f64) -> f64 {
    let (steps, mut sum) = (2000, 0.0);
    let h = x / f64::from(steps);
    for n in 0..=steps {
        let weight = if n == 0 || n == steps {
            1.0
        } else if n % 2 == 1 {
            4.0
        } else {
            2.0
        };
        sum += weight * (-(f64::from(n) * h).powi(2)).exp();
    }
    0.5 + sum * h / 3.0 / std::f64::consts::PI.sqrt()
}

/// One head of 8 and 12 features; the reset gate before its SiLU.
fn gated(
    seed: u64,
    row: impl Fn(&Qkv, &Tensor, usize, usize) -> Vec<f64>,
) -> (Qkv, Tensor, Tensor, Vec<f64>) {
    let mut noise = Noise::new(seed);
    let x = Qkv::random(&mut noise, [B, 1, N, 8], [B, 1, N, 8], 12);
    let (bias, gate) =
        (Tensor::random(&mut noise, &[N, N]), Tensor::random(&mut noise, &[B, 1, N, 12]).map(|x| 3.0 * x));
    let raw = x.weigh(|b, _, i| row(&x, &bias, b, i));
    let o = raw.values.iter().zip(&gate.values).map(|(o, g)| o * g * sigmoid_of(*g)).collect();
    (x, bias, gate, o)
}

fn mega() -> Trial {
    let (mu, sigma) = (0.5f64.sqrt(), (0.25 / std::f64::consts::PI).sqrt());
    let laplace = |x: f64| normal_below((x - mu) / (sigma * std::f64::consts::SQRT_2));
    let whole = gated(821, |x, bias, b, i| {
        (0..N).map(|j| laplace(x.product(b, 0, i, j) / N as f64 + bias.at(&[i])[j])).collect()
    });
    let chunk = 10;
    let parts = gated(822, |x, bias, b, i| {
        let weight = |j: usize| (x.product(b, 0, i, j) / chunk as f64 + bias.at(&[i])[j]).max(0.0).powi(2);
        (0..N).map(|j| if i / chunk == j / chunk { weight(j) } else { 0.0 }).collect()
    });
    let mut trial = Trial::default();
    for ((x, bias, gate, o), weights, chunk) in
        [(whole, MegaWeights::Laplace, None), (parts, MegaWeights::SquaredRelu, Some(chunk as u32))]
    {
        let host = with(with(x.host(), Role::Bias, &bias), Role::Gate, &gate);
        trial = trial.then(systems::mega(BATCH, LEN, 8, 12, weights, chunk), host).wants(Role::O, o);
    }
    trial
}

fn tcnca() -> Trial {
    let chunk = 10;
    let (x, _, gate, o) = gated(823, |x, _, b, i| {
        let first = i - i % chunk;
        let p = softmax(&(first..=i).map(|j| x.score(b, 0, i, j)).collect::<Vec<_>>());
        (0..=i).map(|j| if j < first { 0.0 } else { p[j - first] }).collect()
    });
    let problem = systems::tcnca(BATCH, LEN, 8, 12, chunk as u32);
    Trial::of(problem, with(x.host(), Role::Gate, &gate)).wants(Role::O, o)
}

fn cosine() -> Trial {
    let x = Qkv::usual(&mut Noise::new(824));
    let o = x.attend(|b, h, i, j| {
        let (q, k) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]));
        5.0 * dot(q, k) / (dot(q, q) * dot(k, k)).sqrt()
    });
    Trial::of(Cosine { attention: usual(), beta: 5.0 }, three(&x.q, &x.k, &x.v)).wants(Role::O, o.values)
}
