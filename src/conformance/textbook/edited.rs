//! Systems that edit queries, values, outputs or scores by small tensors.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, bnhd, cells, softmax, three, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::systems::{self, Edit, MemoryNetwork, Relaxed, SharedProjection, Tempered};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "llm-modules",
        title: "LLM Modules",
        paper: "Kolomeitsev 2025, LLM Modules: Knowledge Transfer with Enhanced Cross-Attention",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "cross-attention, gate on the output",
        builder: "systems::llm_modules",
        trial: llm_modules,
    },
    System {
        name: "memory-network",
        title: "End-to-End Memory Networks",
        paper: "Sukhbaatar et al. 2015, End-To-End Memory Networks",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "one query on fixed memories, added to itself, several hops",
        builder: "systems::MemoryNetwork",
        trial: memory_network,
    },
    System {
        name: "mhe",
        title: "MHE (multi-head embeddings)",
        paper: "Xue and Aletras 2023, Pit One Against Many",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "one projection by a head stride of 0, a vector for each head",
        builder: "systems::SharedProjection",
        trial: embeddings,
    },
    System {
        name: "sha-rnn",
        title: "SHA-RNN attention",
        paper: "Merity 2019, Single Headed Attention RNN",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "one head, channel factors on hidden states, causal",
        builder: "systems::SharedProjection",
        trial: sha_rnn,
    },
    System {
        name: "sixteen-heads",
        title: "Are Sixteen Heads Really Better than One?",
        paper: "Michel et al. 2019, Are Sixteen Heads Really Better than One?",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "a factor for each head, 0 removes it",
        builder: "systems::scaled_heads",
        trial: head_mask,
    },
    System {
        name: "vhr",
        title: "VHR (Vision-aware Head Reinforcement)",
        paper: "He et al. 2025, Cracking the Code of Hallucination in LVLMs",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "a factor for each head",
        builder: "systems::scaled_heads",
        trial: reinforced,
    },
    System {
        name: "lofit",
        title: "LoFiT",
        paper: "Yin et al. 2024, LoFiT: Localized Fine-tuning on LLM Representations",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "an offset for each head",
        builder: "systems::offset_heads",
        trial: offsets,
    },
    System {
        name: "soft-injection",
        title: "Soft Injection of task embeddings",
        paper: "Park et al. 2025, Soft Injection of Task Embeddings",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "a convex mix for each head",
        builder: "systems::soft_injection",
        trial: injection,
    },
    System {
        name: "nope-temperature",
        title: "NoPE with head temperatures",
        paper: "Wang et al. 2024, Length Generalization of Causal Transformers without Position Encoding",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "a factor of the queries for each head, no positions",
        builder: "systems::Tempered",
        trial: temperatures,
    },
    System {
        name: "selective-self-attention",
        title: "Selective Self-Attention",
        paper: "Zhang et al. 2024, Selective Attention: Enhancing Transformer through Principled Context Control",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "a factor for each query and each value",
        builder: "systems::Tempered",
        trial: selective,
    },
    System {
        name: "zero-tuning",
        title: "ZeroTuning",
        paper: "Han et al. 2025, ZeroTuning: Unlocking the Initial Token's Power",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "a bias for each head at the first key",
        builder: "systems::key_bias",
        trial: zero_tuning,
    },
    System {
        name: "fixing-imbalanced",
        title: "Fixing Imbalanced Attention",
        paper: "Arif et al. 2025, Fixing Imbalanced Attention to Mitigate In-Context Hallucination of LVLMs",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "a log factor for each head and key",
        builder: "systems::key_bias",
        trial: imbalanced,
    },
    System {
        name: "dreamtuner",
        title: "DreamTuner self-subject-attention",
        paper: "Hua et al. 2023, DreamTuner",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "reference keys after the image's own, a log factor",
        builder: "systems::key_bias",
        trial: dreamtuner,
    },
    System {
        name: "freecustom",
        title: "FreeCustom (MRSA)",
        paper: "Ding et al. 2024, FreeCustom: Tuning-Free Customized Image Generation",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "weighted masks of several references as a bias, -inf outside",
        builder: "systems::key_bias",
        trial: freecustom,
    },
    System {
        name: "relaxed-attention",
        title: "Relaxed Attention",
        paper: "Lohrenz et al. 2022, Relaxed Attention for Transformer Models",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "the mean of all values, a convex mix",
        builder: "systems::Relaxed",
        trial: relaxed,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

fn usual() -> Attention {
    Attention::new(BATCH, HEADS, LEN, DIM)
}

/// Every element of `[b, h, i, d]` by its place.
fn each(x: &Tensor, change: impl Fn([usize; 4], f64) -> f64) -> Vec<f64> {
    let [batch, heads, rows, d] = super::softmax::sizes(x);
    let mut values = Vec::new();
    for (b, h, i) in cells(batch, heads, rows) {
        values.extend((0..d).map(|e| change([b, h, i, e], x.at(&[b, h, i])[e])));
    }
    values
}

fn llm_modules() -> Trial {
    let mut noise = Noise::new(601);
    let x = Qkv::random(&mut noise, [B, H, 9, D], [B, H, N, D], D);
    let gate = Tensor::random(&mut noise, &[B, H, 9, D]).map(|x| 3.0 * x);
    let mut o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    o.values = each(&o, |[b, h, i, e], o| o / (1.0 + (-gate.at(&[b, h, i])[e]).exp()));
    let problem = systems::llm_modules(BATCH, HEADS, 9, LEN, DIM);
    Trial::of(problem, with(x.host_bnhd(), Role::Gate, &bnhd(&gate))).wants(Role::O, bnhd(&o).values)
}

/// Three hops of `u <- u + softmax(m u) c`.
fn memory_network() -> Trial {
    let mut noise = Noise::new(602);
    let u = Tensor::random(&mut noise, &[B, D]);
    let [m, c] = [(); 2].map(|()| Tensor::random(&mut noise, &[B, N, D]));
    let mut o = Vec::new();
    for b in 0..B {
        let mut u = u.at(&[b]).to_vec();
        for _ in 0..3 {
            let p = softmax(&(0..N).map(|j| dot(&u, m.at(&[b, j]))).collect::<Vec<_>>());
            u = (0..D).map(|e| u[e] + (0..N).map(|j| p[j] * c.at(&[b, j])[e]).sum::<f64>()).collect();
        }
        o.extend(u);
    }
    let problem = MemoryNetwork { batch: BATCH, slots: LEN, dim: DIM, hops: 3 };
    Trial::of(problem, three(&u, &m, &c)).wants(Role::O, o)
}

/// One projection `[b, n, d]` and a vector for each head, `e` of `[3, heads, d]`.
fn shared(seed: u64, heads: usize, edit: Edit, e: impl Fn(Tensor) -> Tensor) -> Trial {
    let mut noise = Noise::new(seed);
    let [q, k, v] = [(); 3].map(|()| Tensor::random(&mut noise, &[B, N, D]).map(|x| 2.0 * x));
    let e = e(Tensor::random(&mut noise, &[3, heads, D]));
    let own = |x: &Tensor, set: usize| {
        let row = |(b, h, i): (usize, usize, usize)| {
            let pairs = x.at(&[b, i]).iter().zip(e.at(&[set, h]));
            pairs.map(|(x, e)| if edit == Edit::Add { x + e } else { x * e }).collect::<Vec<_>>()
        };
        Tensor { shape: vec![B, heads, N, D], values: cells(B, heads, N).flat_map(row).collect() }
    };
    let x = Qkv { q: own(&q, 0), k: own(&k, 1), v: own(&v, 2) };
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let role = if edit == Edit::Add { Role::Branch } else { Role::Gate };
    let attention = Attention::new(BATCH, heads as u32, LEN, DIM).causal();
    Trial::of(SharedProjection { attention, edit }, with(three(&q, &k, &v), role, &e))
        .wants(Role::O, o.values)
}

/// Both forms: embeddings that are added, and that are multiplied.
fn embeddings() -> Trial {
    let (mut sum, mut product) = (shared(603, H, Edit::Add, |e| e), shared(604, H, Edit::Multiply, |e| e));
    sum.steps.append(&mut product.steps);
    sum
}

fn sha_rnn() -> Trial {
    shared(605, 1, Edit::Multiply, |e| e.map(|x| 1.0 / (1.0 + (-x).exp())))
}

/// Causal attention whose head `h` is multiplied by `factors[h]`.
fn factors(seed: u64, factors: [f64; H]) -> Trial {
    let x = Qkv::usual(&mut Noise::new(seed));
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let o = each(&o, |[_, h, ..], o| factors[h] * o);
    let gate = Tensor { shape: vec![H], values: factors.to_vec() };
    Trial::of(systems::scaled_heads(usual().causal()), with(x.host(), Role::Gate, &gate)).wants(Role::O, o)
}

fn head_mask() -> Trial {
    factors(606, [1.0, 0.0])
}

fn reinforced() -> Trial {
    factors(607, [1.0, 1.25])
}

fn offsets() -> Trial {
    let mut noise = Noise::new(608);
    let x = Qkv::usual(&mut noise);
    let offset = Tensor::random(&mut noise, &[H, D]);
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let o = each(&o, |[_, h, _, e], o| o + offset.at(&[h])[e]);
    let problem = systems::offset_heads(usual().causal());
    Trial::of(problem, with(x.host(), Role::Branch, &offset)).wants(Role::O, o)
}

/// The last token of a prompt.
fn injection() -> Trial {
    let mut noise = Noise::new(609);
    let x = Qkv::random(&mut noise, [B, H, 1, D], [B, H, N, D], D);
    let (task, kept) =
        (Tensor::random(&mut noise, &[H, D]), Tensor { shape: vec![H], values: vec![0.25, 0.75] });
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let o = each(&o, |[_, h, _, e], o| kept.values[h] * o + (1.0 - kept.values[h]) * task.at(&[h])[e]);
    let problem = systems::soft_injection(Attention::new(BATCH, HEADS, 1, DIM).kv_len(LEN));
    let host = with(with(x.host(), Role::Gate, &kept), Role::Branch, &task);
    Trial::of(problem, host).wants(Role::O, o)
}

fn temperatures() -> Trial {
    let x = Qkv::usual(&mut Noise::new(610));
    let lambda = Tensor { shape: vec![H], values: vec![0.75, 1.5] };
    let o = x.attend_causal(|b, h, i, j| lambda.values[h] * x.score(b, h, i, j));
    let problem = Tempered::heads(usual().causal());
    Trial::of(problem, with(x.host(), Role::Gate, &lambda)).wants(Role::O, o.values)
}

/// `tau(x) (1 + e^(-e^b) ln n)` for queries, with `n` the keys that a row sees; `tau(x)` for values.
fn selective() -> Trial {
    let mut noise = Noise::new(611);
    let x = Qkv::usual(&mut noise);
    let [mut of_queries, of_values] =
        [(); 2].map(|()| Tensor::random(&mut noise, &[B, H, N]).map(|x| 1.0 + 0.5 * x));
    let beta = 0.3f64;
    for (at, t) in of_queries.values.iter_mut().enumerate() {
        let seen = (at % N + 1) as f64;
        *t = f64::from((*t * (1.0 + (-beta.exp()).exp() * seen.ln())) as f32);
    }
    let y = Qkv {
        v: Tensor { values: each(&x.v, |[b, h, j, _], v| of_values.at(&[b, h, j])[0] * v), ..x.v.clone() },
        ..x.clone()
    };
    let o = y.attend_causal(|b, h, i, j| of_queries.at(&[b, h, i])[0] * x.score(b, h, i, j));
    let both = [of_queries.values, of_values.values].concat();
    let gates = Tensor { shape: vec![both.len()], values: both };
    Trial::of(Tempered::tokens(usual().causal()), with(x.host(), Role::Gate, &gates)).wants(Role::O, o.values)
}

/// The weights before and the edit after, as the paper has them: `g a_0 / D`, `a_i / D`.
fn zero_tuning() -> Trial {
    let x = Qkv::usual(&mut Noise::new(612));
    let gamma: [f64; H] = [1.5, 0.6];
    let o = x.weigh(|b, h, i| {
        let seen = (0..N).map(|j| if j <= i { x.score(b, h, i, j) } else { f64::NEG_INFINITY });
        let a = softmax(&seen.collect::<Vec<_>>());
        let d = 1.0 + (gamma[h] - 1.0) * a[0];
        a.iter().enumerate().map(|(j, a)| if j == 0 { gamma[h] * a / d } else { a / d }).collect()
    });
    let bias = (0..H * N).map(|at| if at % N == 0 { gamma[at / N].ln() } else { 0.0 }).collect();
    let bias = Tensor { shape: vec![1, H, 1, N], values: bias };
    let problem = systems::key_bias(usual().causal(), 1, HEADS);
    Trial::of(problem, with(x.host(), Role::Bias, &bias)).wants(Role::O, o.values)
}

/// Weights times factors, normalised again.
fn reweighted(x: &Qkv, factor: impl Fn(usize, usize, usize) -> f64) -> Tensor {
    x.weigh(|b, h, i| {
        let a = softmax(&(0..x.keys()).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        let w: Vec<f64> = a.iter().enumerate().map(|(j, a)| a * factor(b, h, j)).collect();
        let sum: f64 = w.iter().sum();
        w.into_iter().map(|w| w / sum).collect()
    })
}

/// Image tokens 5 to 19, of which some are amplified in the second head.
fn imbalanced() -> Trial {
    let x = Qkv::usual(&mut Noise::new(613));
    let factor =
        |h: usize, j: usize| if h == 1 && (5..20).contains(&j) && j.is_multiple_of(3) { 1.75 } else { 1.0 };
    let o = reweighted(&x, |_, h, j| factor(h, j));
    let bias =
        Tensor { shape: vec![H, N], values: (0..H * N).map(|at| factor(at / N, at % N).ln()).collect() };
    Trial::of(systems::key_bias(usual(), 1, HEADS), with(x.host(), Role::Bias, &bias))
        .wants(Role::O, o.values)
}

/// 37 queries of an image on its own 37 keys and 20 of a reference, at half strength.
fn dreamtuner() -> Trial {
    let x = Qkv::random(&mut Noise::new(614), [B, H, N, D], [B, H, N + 20, D], D);
    let factor = |j: usize| if j < N { 1.0 } else { 0.5 };
    let o = reweighted(&x, |_, _, j| factor(j));
    let bias = Tensor { shape: vec![N + 20], values: (0..N + 20).map(|j| f64::ln(factor(j))).collect() };
    let problem = systems::key_bias(usual().kv_len(LEN + 20), 1, 1);
    Trial::of(problem, with(x.host(), Role::Bias, &bias)).wants(Role::O, o.values)
}

/// Two references of 12 and 8 tokens: a weight on what the mask shows, nothing of the rest.
fn freecustom() -> Trial {
    let x = Qkv::random(&mut Noise::new(615), [B, H, N, D], [B, H, N + 20, D], D);
    let weight = |j: usize| match j {
        j if j < N => 0.0,
        j if j % 3 == 0 => f64::NEG_INFINITY,
        j if j < N + 12 => 1.5,
        _ => 2.5,
    };
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j) + weight(j));
    let bias = Tensor { shape: vec![N + 20], values: (0..N + 20).map(weight).collect() };
    let problem = systems::key_bias(usual().kv_len(LEN + 20), 1, 1);
    Trial::of(problem, with(x.host(), Role::Bias, &bias)).wants(Role::O, o.values)
}

fn relaxed() -> Trial {
    let x = Qkv::random(&mut Noise::new(616), [B, H, 9, D], [B, H, N, D], D);
    let kept = [0.75, 0.5];
    let o = x.weigh(|b, h, i| {
        let a = softmax(&(0..N).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        a.into_iter().map(|a| kept[b] * a + (1.0 - kept[b]) / N as f64).collect()
    });
    let kept = Tensor { shape: vec![B], values: kept.to_vec() };
    let problem = Relaxed(Attention::new(BATCH, HEADS, 9, DIM).kv_len(LEN));
    Trial::of(problem, with(x.host(), Role::Gate, &kept)).wants(Role::O, o.values)
}
