//! Systems that are a function of the pair, alone or after a first stage.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, cells, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::error::Result;
use crate::plan::Problem;
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems::{
    self, Contextual, Disentangled, FromSinks, PLaplacian, Relative, RelativeForm, Sections, SinkRule,
};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "gd-transformer",
        title: "GD-Transformer (Gaussian-masked directional attention)",
        paper: "Duan and Zhao 2019, Attention Is All You Need for Chinese Word Segmentation",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "score_mod: a Gaussian of the distance; causal",
        builder: "systems::gaussian",
        trial: gaussian,
    },
    System {
        name: "luong-local",
        title: "Luong local attention",
        paper: "Luong et al. 2015, Effective Approaches to Attention-based Neural Machine Translation",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "mask_mod and prob_mod about a centre for each query",
        builder: "systems::luong_local",
        trial: luong_local,
    },
    System {
        name: "location-attention",
        title: "Monotonic Location Attention",
        paper: "Dubois et al. 2019, Location Attention for Extrapolation to Longer Sequences",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "score_mod of positions alone, scale 0",
        builder: "systems::location",
        trial: location,
    },
    System {
        name: "urpe",
        title: "URPE",
        paper: "Luo et al. 2022, Your Transformer May Not be as Powerful as You Expect",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "prob_mod: a number for each distance",
        builder: "systems::universal_relative",
        trial: universal,
    },
    System {
        name: "convit",
        title: "ConViT (gated positional self-attention)",
        paper: "d'Ascoli et al. 2021, ConViT",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "content and positional softmax, gates of heads",
        builder: "systems::convit",
        trial: convit,
    },
    System {
        name: "shaped-transformer",
        title: "Shaped Transformer",
        paper: "Noci et al. 2023, The Shaped Transformer",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "prob_mod: the identity more, the uniform attention less",
        builder: "systems::shaped",
        trial: shaped,
    },
    System {
        name: "context-broadcasting",
        title: "Context Broadcasting",
        paper: "Hyeon-Woo et al. 2022, Scratching Visual Transformer's Back with Uniform Attention",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "uniform attention by scale 0, prob_mod",
        builder: "systems::context_broadcasting",
        trial: broadcasting,
    },
    System {
        name: "bico",
        title: "BICO (prefix attention)",
        paper: "Lv et al. 2023, An Analysis and Mitigation of the Reversal Curse",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "mask_mod: causal, full and prefix by a number for each sequence",
        builder: "systems::prefix",
        trial: prefix,
    },
    System {
        name: "attention-knockout",
        title: "What's in the Image? (attention knockout)",
        paper: "Kaduri et al. 2024, What's in the Image?",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "mask_mod: edges between two ranges",
        builder: "systems::knockout",
        trial: knockout,
    },
    System {
        name: "attention-influence",
        title: "AttentionInfluence (uniform heads)",
        paper: "Hua et al. 2025, AttentionInfluence",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "score_mod: heads made uniform",
        builder: "systems::uniform_heads",
        trial: uniform,
    },
    System {
        name: "hierarchical-summarisation",
        title: "Hierarchical attention in summarisation",
        paper: "Nallapati et al. 2016, Abstractive Text Summarization using Sequence-to-sequence RNNs",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "score_mod: scores of sections",
        builder: "systems::by_section",
        trial: sections,
    },
    System {
        name: "discourse-aware",
        title: "Discourse-aware attention",
        paper: "Cohan et al. 2018, A Discourse-Aware Attention Model for Abstractive Summarization",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "score_mod: weights of sections",
        builder: "systems::by_section",
        trial: discourse,
    },
    System {
        name: "dynamic-convolution",
        title: "Lightweight and dynamic convolutions",
        paper: "Wu et al. 2019, Pay Less Attention with Lightweight and Dynamic Convolutions",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "window, score_mod of the query and the distance, scale 0",
        builder: "systems::dynamic_convolution",
        trial: dynamic_convolution,
    },
    System {
        name: "waad",
        title: "WAAD (windowed average attention distance)",
        paper: "Li et al. 2025, Attention Illuminates LLM Reasoning",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "prob_mod: the distance; ones as values",
        builder: "systems::average_distance",
        trial: distance,
    },
    System {
        name: "induction-heads",
        title: "Induction heads (prefix matching)",
        paper: "Olsson et al. 2022, In-context Learning and Induction Heads",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "prob_mod: one key of each row; ones as values",
        builder: "systems::prefix_matching",
        trial: matching,
    },
    System {
        name: "music-transformer",
        title: "Music Transformer",
        paper: "Huang et al. 2018, Music Transformer",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "products with vectors of distances, score_mod",
        builder: "systems::Relative",
        trial: music,
    },
    System {
        name: "transformer-xl",
        title: "Transformer-XL",
        paper: "Dai et al. 2019, Transformer-XL",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "products with vectors of distances and two global queries, score_mod; memory",
        builder: "systems::Relative",
        trial: transformer_xl,
    },
    System {
        name: "deberta",
        title: "DeBERTa (disentangled attention)",
        paper: "He et al. 2020, DeBERTa",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "queries and keys with vectors of clipped distances, score_mod",
        builder: "systems::Disentangled",
        trial: deberta,
    },
    System {
        name: "cope",
        title: "CoPE (contextual position encoding)",
        paper: "Golovneva et al. 2024, Contextual Position Encoding",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "raw scores, sums of gates, products with positions, score_mod",
        builder: "systems::Contextual",
        trial: cope,
    },
    System {
        name: "p-adapter",
        title: "p-adapter (p-Laplacian calibration)",
        paper: "Wu et al. 2023, p-Laplacian Adaptation for Generative Pre-trained Vision-Language Models",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "distances of features, score_mod",
        builder: "systems::PLaplacian",
        trial: laplacian,
    },
    System {
        name: "act",
        title: "ACT (attention calibration)",
        paper: "Yu et al. 2024, Unveiling and Harnessing Hidden Attention Sinks",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "mass on sinks, prob_mod",
        builder: "systems::FromSinks",
        trial: calibration,
    },
    System {
        name: "var",
        title: "VAR (visual attention redistribution)",
        paper: "Kang et al. 2025, See What You Are Told: Visual Attention Sink in Large Multimodal Models",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "masses on visual sinks and other visual tokens, prob_mod",
        builder: "systems::FromSinks",
        trial: redistribution,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;
const HIDDEN: f64 = f64::NEG_INFINITY;

fn usual() -> Attention {
    Attention::new(BATCH, HEADS, LEN, DIM)
}

/// A trial of one call; a hook that does not compile compares nothing, which fails.
fn trial(problem: Result<impl Problem + 'static>, host: HostTensors, o: Vec<f64>) -> Trial {
    problem.map_or_else(|_| Trial::default(), |p| Trial::of(p, host).wants(Role::O, o))
}

/// The weights of a row whose scores are these.
fn row(score: impl Fn(usize) -> f64) -> Vec<f64> {
    softmax(&(0..N).map(score).collect::<Vec<_>>())
}

fn gaussian() -> Trial {
    let x = Qkv::usual(&mut Noise::new(901));
    let sigma = 6.0;
    let o = x.attend_causal(|b, h, i, j| {
        let d = i as f64 - j as f64;
        x.score(b, h, i, j) * (-d * d / (2.0 * sigma * sigma)).exp()
    });
    trial(systems::gaussian(usual().causal(), sigma as f32), x.host(), o.values)
}

fn luong_local() -> Trial {
    let mut noise = Noise::new(902);
    let x = Qkv::usual(&mut noise);
    let centres = Tensor::random(&mut noise, &[B, N]).map(|x| 18.0 + 17.3 * x);
    let reach = 5.0;
    let o = x.weigh(|b, h, i| {
        let from = |j: usize| j as f64 - centres.at(&[b, i])[0];
        let p = row(|j| if from(j).abs() <= reach { x.score(b, h, i, j) } else { HIDDEN });
        let sigma = reach / 2.0;
        p.iter().enumerate().map(|(j, p)| p * (-from(j) * from(j) / (2.0 * sigma * sigma)).exp()).collect()
    });
    let host = with(x.host(), Role::User("centres"), &centres);
    trial(systems::luong_local(usual(), reach as f32), host, o.values)
}

fn location() -> Trial {
    let mut noise = Noise::new(903);
    let x = Qkv::usual(&mut noise);
    let mean = Tensor::random(&mut noise, &[B, H, N]).map(|x| 18.0 + 20.0 * x);
    let deviation = Tensor::random(&mut noise, &[B, H, N]).map(|x| 3.0 + x);
    let o = x.attend(|b, h, i, j| {
        let d = (j as f64 - mean.at(&[b, h, i])[0]) / deviation.at(&[b, h, i])[0];
        -0.5 * d * d
    });
    let host = with(with(x.host(), Role::User("means"), &mean), Role::User("deviations"), &deviation);
    trial(systems::location(usual()), host, o.values)
}

fn universal() -> Trial {
    let mut noise = Noise::new(904);
    let x = Qkv::usual(&mut noise);
    let c = Tensor::random(&mut noise, &[H, 2 * N - 1]);
    let o = x.weigh(|b, h, i| {
        let p = row(|j| x.score(b, h, i, j));
        p.iter().enumerate().map(|(j, p)| p * c.at(&[h])[j + N - 1 - i]).collect()
    });
    let host = with(x.host(), Role::User("factors"), &c);
    trial(systems::universal_relative(usual()), host, o.values)
}

/// A grid of 5 by 7 patches.
fn convit() -> Trial {
    let (rows, width) = (5, 7);
    let n = rows * width;
    let mut noise = Noise::new(905);
    let x = Qkv::random(&mut noise, [B, H, n, D], [B, H, n, D], D);
    let v = Tensor::random(&mut noise, &[H, 3]).map(|x| 0.5 * x);
    let lambda = [0.7f64, -1.2];
    let place = |i: usize| [(i % width) as f64, (i / width) as f64];
    let o = x.weigh(|b, h, i| {
        let content = softmax(&(0..n).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        let score = |j: usize| {
            let (d, v) = ([place(j)[0] - place(i)[0], place(j)[1] - place(i)[1]], v.at(&[h]));
            v[0] * d[0] + v[1] * d[1] + v[2] * (d[0] * d[0] + d[1] * d[1])
        };
        let by_place = softmax(&(0..n).map(score).collect::<Vec<_>>());
        let g = 1.0 / (1.0 + (-lambda[h]).exp());
        let mixed: Vec<f64> = content.iter().zip(&by_place).map(|(c, p)| (1.0 - g) * c + g * p).collect();
        let sum: f64 = mixed.iter().sum();
        mixed.into_iter().map(|w| w / sum).collect()
    });
    let gate = |positional: bool| {
        let g = move |h: usize| 1.0 / (1.0 + (-lambda[h]).exp());
        cells(B, H, n).map(move |(_, h, _)| if positional { g(h) } else { 1.0 - g(h) }).collect::<Vec<_>>()
    };
    let gates = [gate(false), gate(true)].concat();
    let gates = Tensor { shape: vec![gates.len()], values: gates };
    let host = with(with(x.host(), Role::User("positional"), &v), Role::Gates, &gates);
    let p = Attention::new(BATCH, HEADS, n as u32, DIM);
    trial(systems::convit(p, width as u32), host, o.values)
}

fn shaped() -> Trial {
    let x = Qkv::usual(&mut Noise::new(906));
    let o = x.weigh(|b, h, i| {
        let p = softmax(&(0..=i).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        let one = |j: usize| if i == j { 1.0 } else { 0.0 };
        p.iter().enumerate().map(|(j, p)| one(j) + p - 1.0 / (i + 1) as f64).collect()
    });
    trial(systems::shaped(usual()), x.host(), o.values)
}

fn broadcasting() -> Trial {
    let x = Qkv::usual(&mut Noise::new(907));
    let half = |i: usize, j: usize| if i == j { 0.5 } else { 0.0 };
    let o = x.weigh(|_, _, i| (0..N).map(|j| half(i, j) + 0.5 / N as f64).collect());
    trial(systems::context_broadcasting(usual()), x.host(), o.values)
}

fn prefix() -> Trial {
    let x = Qkv::usual(&mut Noise::new(908));
    let prefix = [11, 0];
    let o =
        x.attend(|b, h, i, j| if j <= i || j < prefix[b] as usize { x.score(b, h, i, j) } else { HIDDEN });
    trial(systems::prefix(usual()), x.host().indices(Role::User("prefix"), &prefix), o.values)
}

fn knockout() -> Trial {
    let x = Qkv::usual(&mut Noise::new(910));
    let blocked = |i: usize, j: usize| (25..37).contains(&i) && (4..20).contains(&j);
    let o = x.attend_causal(|b, h, i, j| if blocked(i, j) { HIDDEN } else { x.score(b, h, i, j) });
    trial(systems::knockout(usual(), 25..37, 4..20), x.host(), o.values)
}

fn uniform() -> Trial {
    let x = Qkv::usual(&mut Noise::new(911));
    let o = x.attend_causal(|b, h, i, j| if h == 1 { 0.0 } else { x.score(b, h, i, j) });
    let host = x.host().indices(Role::User("heads_on"), &[1, 0]);
    trial(systems::uniform_heads(usual().causal()), host, o.values)
}

/// Words in four sections.
fn sectioned(seed: u64, form: Sections) -> Trial {
    let mut noise = Noise::new(seed);
    let x = Qkv::random(&mut noise, [B, 1, 5, D], [B, 1, N, D], D);
    let scores = Tensor::random(&mut noise, &[B, 5, 4]).map(|x| 2.0 * x);
    let section: Vec<u32> = (0..LEN).map(|j| j / 10).collect();
    let of = |j: usize| section[j] as usize;
    let o = x.weigh(|b, h, i| match form {
        Sections::Product => {
            let words = row(|j| x.score(b, h, i, j));
            let sections = softmax(scores.at(&[b, i]));
            let w: Vec<f64> = words.iter().enumerate().map(|(j, p)| p * sections[of(j)]).collect();
            let sum: f64 = w.iter().sum();
            w.into_iter().map(|w| w / sum).collect()
        }
        Sections::Factor => row(|j| x.score(b, h, i, j) * scores.at(&[b, i])[of(j)]),
    });
    let host = with(x.host(), Role::User("sections"), &scores).indices(Role::User("section_of"), &section);
    trial(systems::by_section(Attention::new(BATCH, 1, 5, DIM).kv_len(LEN), 4, form), host, o.values)
}

fn sections() -> Trial {
    sectioned(913, Sections::Product)
}

fn discourse() -> Trial {
    sectioned(914, Sections::Factor)
}

fn dynamic_convolution() -> Trial {
    let mut noise = Noise::new(915);
    let x = Qkv::usual(&mut noise);
    let taps = 5;
    let logits = Tensor::random(&mut noise, &[B, N, H, taps]).map(|x| 2.0 * x);
    let o = x.weigh(|b, h, i| {
        let there = taps.min(i + 1);
        let kernel = softmax(&logits.at(&[b, i, h])[..there]);
        (0..=i).map(|j| if i - j < there { kernel[i - j] } else { 0.0 }).collect()
    });
    let host = with(x.host(), Role::User("logits"), &logits);
    trial(systems::dynamic_convolution(usual(), taps as u32), host, o.values)
}

/// Causal weights and a number for each, summed.
fn statistic(x: &Qkv, value: impl Fn(usize, usize, usize) -> f64) -> Vec<f64> {
    let all = cells(B, H, N).map(|(b, h, i)| {
        let p = softmax(&(0..=i).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        p.iter().enumerate().map(|(j, p)| p * value(b, i, j)).sum()
    });
    all.collect()
}

fn ones() -> Tensor {
    Tensor { shape: vec![B, N, 1], values: vec![1.0; B * N] }
}

fn distance() -> Trial {
    let x = Qkv::usual(&mut Noise::new(916));
    let o = statistic(&x, |_, i, j| ((i - j) as f64).min(8.0));
    trial(systems::average_distance(&usual().causal(), 8.0), with(x.host(), Role::V, &ones()), o)
}

fn matching() -> Trial {
    let x = Qkv::usual(&mut Noise::new(917));
    let token = |b: usize, i: usize| (i * i + 3 * b) % 7;
    let next: Vec<u32> = (0..B * N)
        .map(|n| {
            let (b, i) = (n / N, n % N);
            (0..i).rev().find(|&j| token(b, j) == token(b, i)).map_or(LEN, |j| j as u32 + 1)
        })
        .collect();
    let o = statistic(&x, |b, i, j| if j as u32 == next[b * N + i] { 1.0 } else { 0.0 });
    let host = with(x.host(), Role::V, &ones()).indices(Role::User("next"), &next);
    trial(systems::prefix_matching(&usual().causal()), host, o)
}

fn music() -> Trial {
    let mut noise = Noise::new(918);
    let x = Qkv::usual(&mut noise);
    let r = Tensor::random(&mut noise, &[H, N, D]);
    let o = x.attend_causal(|b, h, i, j| {
        x.score(b, h, i, j) + dot(x.q.at(&[b, h, i]), r.at(&[h, i - j.min(i)])) / (D as f64).sqrt()
    });
    let problem = Relative { attention: usual().causal(), vectors: LEN, span: 0, form: RelativeForm::Music };
    let host = with(x.host(), Role::User("distances"), &r);
    Trial::of(problem, host).wants(Role::O, o.values)
}

/// A segment of 20 tokens after 17 that are remembered.
fn transformer_xl() -> Trial {
    let (memory, len) = (17, 20);
    let mut noise = Noise::new(919);
    let x = Qkv::random(&mut noise, [B, H, len, D], [B, H, N, D], D);
    let r = Tensor::random(&mut noise, &[H, N, D]);
    let [u, v] = [(); 2].map(|()| Tensor::random(&mut noise, &[H, D]));
    let o = x.attend(|b, h, i, j| {
        if j > i + memory {
            return HIDDEN;
        }
        let (q, k, r) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]), r.at(&[h, i + memory - j]));
        (dot(q, k) + dot(q, r) + dot(u.at(&[h]), k) + dot(v.at(&[h]), r)) / (D as f64).sqrt()
    });
    let mut attention = Attention::new(BATCH, HEADS, len as u32, DIM).kv_len(LEN).causal();
    attention.visibility.alignment = crate::Alignment::Offset(memory as i32);
    let span = memory as u32;
    let problem = Relative { attention, vectors: LEN, span, form: RelativeForm::TransformerXl };
    let host = with(with(x.host(), Role::User("distances"), &r), Role::User("content"), &u);
    Trial::of(problem, with(host, Role::User("position"), &v)).wants(Role::O, o.values)
}

fn deberta() -> Trial {
    let mut noise = Noise::new(920);
    let x = Qkv::usual(&mut noise);
    let span = 6;
    let [keys, queries] = [(); 2].map(|()| Tensor::random(&mut noise, &[H, 2 * span, D]));
    let clipped =
        |i: usize, j: usize| (i as i64 - j as i64 + span as i64).clamp(0, 2 * span as i64 - 1) as usize;
    let o = x.attend(|b, h, i, j| {
        let (q, k) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]));
        let there = dot(q, keys.at(&[h, clipped(i, j)]));
        let back = dot(k, queries.at(&[h, clipped(j, i)]));
        (dot(q, k) + there + back) / (3.0 * D as f64).sqrt()
    });
    let host =
        with(with(x.host(), Role::User("position_keys"), &keys), Role::User("position_queries"), &queries);
    let problem = Disentangled { attention: usual(), span: span as u32 };
    Trial::of(problem, host).wants(Role::O, o.values)
}

fn cope() -> Trial {
    let mut noise = Noise::new(921);
    let x = Qkv::usual(&mut noise);
    let most = 9;
    let e = Tensor::random(&mut noise, &[H, most + 1, D]);
    let o = x.attend_causal(|b, h, i, j| {
        let gates = (j..=i).map(|k| 1.0 / (1.0 + (-x.score(b, h, i, k)).exp()));
        let p = gates.sum::<f64>().min(most as f64);
        let at = |n: f64| dot(x.q.at(&[b, h, i]), e.at(&[h, n as usize]));
        x.score(b, h, i, j) + (1.0 - p.fract()) * at(p.floor()) + p.fract() * at(p.ceil())
    });
    let host = with(x.host(), Role::User("positions_of_heads"), &e);
    Trial::of(Contextual { attention: usual(), most: most as u32 }, host).wants(Role::O, o.values)
}

fn laplacian() -> Trial {
    let mut noise = Noise::new(922);
    let x = Qkv::usual(&mut noise);
    let [f, g] = [(); 2].map(|()| Tensor::random(&mut noise, &[B, H, N, D]));
    let power = 1.5;
    let o = x.weigh(|b, h, i| {
        let a = row(|j| x.score(b, h, i, j));
        let square = |j: usize| {
            let pairs = f.at(&[b, h, i]).iter().zip(g.at(&[b, h, j]));
            pairs.map(|(f, g)| (f - g) * (f - g)).sum::<f64>() + 1e-6
        };
        let w: Vec<f64> = (0..N).map(|j| a[j] * square(j).powf(0.5 * (power - 2.0))).collect();
        let sum: f64 = w.iter().sum();
        w.into_iter().map(|w| w / sum).collect()
    });
    let host = with(with(x.host(), Role::User("features_q"), &f), Role::User("features_kv"), &g);
    let problem = PLaplacian { attention: usual(), power: power as f32 };
    Trial::of(problem, host).wants(Role::O, o.values)
}

fn calibration() -> Trial {
    let x = Qkv::usual(&mut Noise::new(923));
    let beta = 0.4;
    let sink = |j: usize| j == 5 || j == 19;
    let o = x.weigh(|b, h, i| {
        let a = softmax(&(0..=i).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        let freed: f64 = (0..=i).filter(|j| sink(*j)).map(|j| (1.0 - beta) * a[j]).sum();
        let rest: f64 = (0..=i).filter(|j| !sink(*j)).map(|j| a[j]).sum();
        (0..=i).map(|j| if sink(j) { beta * a[j] } else { a[j] + freed * a[j] / rest }).collect()
    });
    let flags = (0..B * N).map(|n| f64::from(u8::from(sink(n % N)))).collect();
    let host = with(x.host(), Role::User("sinks"), &Tensor { shape: vec![B, N, 1], values: flags });
    let rule = SinkRule::Calibrate { beta: beta as f32 };
    Trial::of(FromSinks { attention: usual().causal(), rule }, host).wants(Role::O, o.values)
}

/// Image tokens 3 to 19, two of them sinks; rows that look elsewhere stay as they are.
fn redistribution() -> Trial {
    let x = Qkv::usual(&mut Noise::new(924));
    let (kept, least, most) = (0.6, 0.2, 0.5);
    let sink = |j: usize| j == 7 || j == 12;
    let other = |j: usize| (3..20).contains(&j) && !sink(j);
    let o = x.weigh(|b, h, i| {
        let a = softmax(&(0..=i).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
        let mass = |kind: &dyn Fn(usize) -> bool| (0..=i).filter(|j| kind(*j)).map(|j| a[j]).sum::<f64>();
        let (sinks, visual) = (mass(&sink), mass(&other));
        if sinks + visual < least || sinks > most * (sinks + visual) {
            return a;
        }
        let freed = (1.0 - kept) * sinks;
        let change = |j: usize| match j {
            j if sink(j) => kept * a[j],
            j if other(j) => a[j] + freed * a[j] / visual,
            j => a[j],
        };
        (0..=i).map(change).collect()
    });
    let flag = |j: usize| [f64::from(u8::from(sink(j))), f64::from(u8::from(other(j)))];
    let flags = (0..B * N).flat_map(|n| flag(n % N)).collect();
    let host = with(x.host(), Role::User("sinks"), &Tensor { shape: vec![B, N, 2], values: flags });
    let rule =
        SinkRule::Redistribute { kept: kept as f32, least_visual: least as f32, most_sinks: most as f32 };
    Trial::of(FromSinks { attention: usual().causal(), rule }, host).wants(Role::O, o.values)
}
