//! Systems of head structure.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, bnhd, cells, softmax, three, with};
use crate::conformance::View;
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial, Wanted};
use crate::problem::{Attention, DType, Layout, Role};
use crate::record::HostTensors;
use crate::systems::{self, ExpertHeads, GatedSources, RawForm, RawHeads, WeightedGroups};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "mqa",
        title: "Multi-Query Attention",
        paper: "Shazeer 2019, Fast Transformer Decoding: One Write-Head is All You Need",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "one key head",
        builder: "systems::multi_query",
        trial: multi_query,
    },
    System {
        name: "gqa",
        title: "Grouped-Query Attention",
        paper: "Ainslie et al. 2023, GQA",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "key heads shared by groups",
        builder: "systems::grouped_query",
        trial: grouped_query,
    },
    System {
        name: "cost-optimal-gqa",
        title: "Cost-Optimal GQA",
        paper: "Chen et al. 2025, Cost-Optimal Grouped-Query Attention for Long-Context Modeling",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "any ratio of heads, a head size of its own",
        builder: "systems::grouped_query",
        trial: cost_optimal,
    },
    System {
        name: "weighted-gqa",
        title: "Weighted GQA",
        paper: "Chinnakonda et al. 2024, Weighted Grouped Query Attention in Transformers",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "weighted sums of key and value heads, grouped keys",
        builder: "systems::WeightedGroups",
        trial: weighted_groups,
    },
    System {
        name: "low-rank-bottleneck",
        title: "Fixed head size",
        paper: "Bhojanapalli et al. 2020, Low-Rank Bottleneck in Multi-head Attention Models",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "queries as long as the sequence, values of another size",
        builder: "systems::fixed_head_size",
        trial: fixed_head_size,
    },
    System {
        name: "optimised-attention",
        title: "Optimised Attention",
        paper: "Hosseini and Hosseini 2024, You Need to Pay Better Attention",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "values are slices of the input",
        builder: "systems::RawHeads",
        trial: || raw(RawForm::Optimised),
    },
    System {
        name: "efficient-attention",
        title: "Efficient Attention (no key projection)",
        paper: "Hosseini and Hosseini 2024, You Need to Pay Better Attention",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "keys and values are slices of the input",
        builder: "systems::RawHeads",
        trial: || raw(RawForm::Efficient),
    },
    System {
        name: "super-attention",
        title: "Super Attention",
        paper: "Hosseini and Hosseini 2024, You Need to Pay Better Attention",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "given weights over the length, then keys and values from the input",
        builder: "systems::RawHeads",
        trial: || raw(RawForm::Super),
    },
    System {
        name: "yolo9tr",
        title: "YOLO9tr partial attention",
        paper: "Youwai et al. 2024, YOLO9tr; Wang et al. 2024, YOLOv10",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "one packed projection by offsets, output beside other channels",
        builder: "systems::partial_channels",
        trial: partial_channels,
    },
    System {
        name: "moa",
        title: "MoA (Mixture of Attention Heads)",
        paper: "Zhang et al. 2022, Mixture of Attention Heads",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "experts as heads on one key head, weighted sum",
        builder: "systems::ExpertHeads",
        trial: mixture_of_attention_heads,
    },
    System {
        name: "bam",
        title: "BAM",
        paper: "Zhang et al. 2024, BAM! Just Like That",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "all experts as heads with keys of their own, weighted sum",
        builder: "systems::ExpertHeads",
        trial: soft_experts,
    },
    System {
        name: "moh",
        title: "MoH (Mixture-of-Head attention)",
        paper: "Jin et al. 2024, MoH: Multi-Head Attention as Mixture-of-Head Attention",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "weights of shared and routed heads for every token",
        builder: "systems::gated_heads",
        trial: mixture_of_head,
    },
    System {
        name: "mae-heads",
        title: "MAE: mixture of h-1 heads",
        paper: "Peng et al. 2020, A Mixture of h-1 Heads is Better than h Heads",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "weights of heads for every token",
        builder: "systems::gated_heads",
        trial: mixture_of_fewer,
    },
    System {
        name: "theme-transformer",
        title: "Theme Transformer",
        paper: "Shih et al. 2021, Theme Transformer",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "self- and cross-attention, gate",
        builder: "systems::GatedSources",
        trial: theme,
    },
    System {
        name: "attention-routing",
        title: "Attention routing",
        paper: "Zheng et al. 2019, A Pre-training Based Personalized Dialogue Generation Model",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "three sources with the same queries, weighted sum",
        builder: "systems::GatedSources",
        trial: routing,
    },
    System {
        name: "partial-attention",
        title: "Partial attention LM",
        paper: "Fu et al. 2023, Decoder-Only or Encoder-Decoder?",
        family: Family::Heads,
        engine: Engine::Softmax,
        parts: "causal attention and attention to the source alone, sum",
        builder: "systems::GatedSources",
        trial: partial_source,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

fn multi_query() -> Trial {
    let x = Qkv::random(&mut Noise::new(301), [B, 4, N, D], [B, 1, N, D], D);
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::multi_query(BATCH, 4, LEN, DIM), x.host()).wants(Role::O, o.values)
}

fn grouped_query() -> Trial {
    let x = Qkv::random(&mut Noise::new(302), [B, 4, N, D], [B, 2, N, D], D);
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::grouped_query(BATCH, 4, 2, LEN, DIM), x.host()).wants(Role::O, o.values)
}

fn cost_optimal() -> Trial {
    let x = Qkv::random(&mut Noise::new(303), [1, 6, N, 12], [1, 2, N, 12], 12);
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::grouped_query(1, 6, 2, LEN, 12), x.host()).wants(Role::O, o.values)
}

/// Four heads in two groups.
fn weighted_groups() -> Trial {
    let mut noise = Noise::new(304);
    let all = Qkv::random(&mut noise, [B, 4, N, D], [B, 4, N, D], D);
    let weights = Tensor::random(&mut noise, &[2, 2, 2]);
    let sum = |x: &Tensor, which: usize| {
        let row = |(b, g, j): (usize, usize, usize)| {
            let member = move |m: usize| x.at(&[b, 2 * g + m, j]);
            let w = weights.at(&[which, g]).to_vec();
            (0..D).map(move |e| w[0] * member(0)[e] + w[1] * member(1)[e])
        };
        Tensor { shape: vec![B, 2, N, D], values: cells(B, 2, N).flat_map(row).collect() }
    };
    let grouped = Qkv { q: all.q.clone(), k: sum(&all.k, 0), v: sum(&all.v, 1) };
    let o = grouped.attend_causal(|b, h, i, j| grouped.score(b, h, i, j));
    let host = three(&all.q, &bnhd(&all.k), &bnhd(&all.v));
    let attention = systems::grouped_query(BATCH, 4, 2, LEN, DIM);
    Trial::of(WeightedGroups { attention }, with(host, Role::Scores, &weights)).wants(Role::O, o.values)
}

fn fixed_head_size() -> Trial {
    let x = Qkv::random(&mut Noise::new(305), [1, H, N, N], [1, H, N, N], D);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::fixed_head_size(1, HEADS, LEN, LEN, DIM), x.host()).wants(Role::O, o.values)
}

/// Causal, so that the mixing matrix of the super form is lower-triangular.
fn raw(form: RawForm) -> Trial {
    let mut noise = Noise::new(306);
    let x = Qkv::usual(&mut noise);
    // The input `[batch, len, heads * dim]`, whose slices are x.v.
    let mix = Tensor::random(&mut noise, &[N, N]);
    let mixed = |b: usize, h: usize, j: usize| {
        let term = |m: usize, e: usize| mix.at(&[j, m])[0] * x.v.at(&[b, h, m])[e];
        (0..D).map(|e| (0..=j).map(|m| term(m, e)).sum::<f64>()).collect::<Vec<_>>()
    };
    let k = if form == RawForm::Optimised { &x.k } else { &x.v };
    let v = match form {
        RawForm::Super => {
            let values = cells(B, H, N).flat_map(|(b, h, j)| mixed(b, h, j)).collect();
            Tensor { shape: vec![B, H, N, D], values }
        }
        _ => x.v.clone(),
    };
    let y = Qkv { q: x.q.clone(), k: k.clone(), v };
    let o = y.attend_causal(|b, h, i, j| y.score(b, h, i, j));
    let mut host = with(with(HostTensors::new(), Role::Q, &bnhd(&x.q)), Role::Input, &bnhd(&x.v));
    if form == RawForm::Optimised {
        host = with(host, Role::K, &bnhd(&x.k));
    }
    if form == RawForm::Super {
        host = with(host, Role::Scores, &mix);
    }
    let attention = systems::transformer(BATCH, HEADS, LEN, DIM);
    Trial::of(RawHeads { attention, form }, host).wants(Role::O, bnhd(&o).values)
}

/// Two heads of 8 and 16 features in a map of 20 + 32 channels.
fn partial_channels() -> Trial {
    let (key, value, skipped) = (8, 16, 20);
    let packed = Tensor::random(&mut Noise::new(307), &[N, H, 2 * key + value]).map(|x| 2.0 * x);
    let part = |i: usize, h: usize, range: std::ops::Range<usize>| packed.at(&[i, h])[range].to_vec();
    let mut o = Vec::new();
    for h in 0..H {
        for i in 0..N {
            let q = part(i, h, 0..key);
            let scores: Vec<f64> =
                (0..N).map(|j| dot(&q, &part(j, h, key..2 * key)) / (key as f64).sqrt()).collect();
            let p = softmax(&scores);
            let v = |j: usize| part(j, h, 2 * key..2 * key + value);
            o.extend((0..value).map(|e| (0..N).map(|j| p[j] * v(j)[e]).sum::<f64>()));
        }
    }
    let problem = systems::partial_channels(1, HEADS, LEN, key as u32, value as u32, skipped as u32);
    // The other channels are not the kernel's to write: they lie between the elements of the view.
    let view = View { dtype: DType::F32, layout: problem.o_layout, shape: problem.shape(Role::O) };
    let wanted = Wanted { role: Role::O, dtype: DType::F32, values: o, view: Some(view), allowed: None };
    Trial::of(problem, three(&packed, &packed, &packed)).wanting(wanted)
}

/// `sum_h gate_h(b, i) o_h`, over heads that are experts.
fn experts(o: &Tensor, gates: &Tensor) -> Vec<f64> {
    let heads = o.shape[1];
    let row = |(b, _, i): (usize, usize, usize)| {
        let term = move |h: usize, e: usize| gates.at(&[h, b, 0, i])[0] * o.at(&[b, h, i])[e];
        (0..D).map(move |e| (0..heads).map(|h| term(h, e)).sum::<f64>())
    };
    cells(B, 1, N).flat_map(row).collect()
}

fn mixture_of_attention_heads() -> Trial {
    let mut noise = Noise::new(308);
    let x = Qkv::random(&mut noise, [B, 3, N, D], [B, 1, N, D], D);
    let gates = Tensor::random(&mut noise, &[3, B, 1, N]);
    let o = experts(&x.attend_causal(|b, h, i, j| x.score(b, h, i, j)), &gates);
    let problem = ExpertHeads { attention: systems::multi_query(BATCH, 3, LEN, DIM) };
    Trial::of(problem, with(x.host(), Role::Gates, &gates)).wants(Role::O, o)
}

fn soft_experts() -> Trial {
    let mut noise = Noise::new(309);
    let x = Qkv::random(&mut noise, [B, 3, N, D], [B, 3, N, D], D);
    let logits = Tensor::random(&mut noise, &[B, N, 3]);
    let mut gates = Tensor { shape: vec![3, B, 1, N], values: vec![0.0; 3 * B * N] };
    for (b, _, i) in cells(B, 1, N) {
        for (h, p) in softmax(logits.at(&[b, i])).into_iter().enumerate() {
            gates.values[(h * B + b) * N + i] = p;
        }
    }
    let o = experts(&x.attend_causal(|b, h, i, j| x.score(b, h, i, j)), &gates);
    let attention = Attention::new(BATCH, 3, LEN, DIM).causal();
    Trial::of(ExpertHeads { attention }, with(x.host(), Role::Gates, &gates)).wants(Role::O, o)
}

/// Rows of heads times their gates `[1, b, h, i]`.
fn weighted_heads(x: &Qkv, gates: Tensor) -> Trial {
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let [batch, heads, rows, d] = super::softmax::sizes(&o);
    let row = |(b, h, i): (usize, usize, usize)| o.at(&[b, h, i]).iter().map(move |x| (b, h, i, *x));
    let values = cells(batch, heads, rows).flat_map(row).map(|(b, h, i, x)| gates.at(&[0, b, h, i])[0] * x);
    let values: Vec<f64> = values.collect();
    let p = Attention::new(batch as u32, heads as u32, rows as u32, d as u32).causal();
    Trial::of(systems::gated_heads(p), with(x.host(), Role::Gates, &gates)).wants(Role::O, values)
}

/// One shared head and the best of three routed ones: `g = 2 softmax(W_0 x)_1 softmax(W_s x) n_s` and
/// `2 softmax(W_0 x)_2 softmax(W_r x) k` over the chosen, from the router's logits.
fn mixture_of_head() -> Trial {
    let mut noise = Noise::new(310);
    let x = Qkv::random(&mut noise, [B, 4, N, D], [B, 4, N, D], D);
    let mut gates = Tensor { shape: vec![1, B, 4, N], values: vec![0.0; B * 4 * N] };
    for (b, _, i) in cells(B, 1, N) {
        let (between, routed) = (noise.floats(2), noise.floats(3));
        let between = softmax(&between.into_iter().map(f64::from).collect::<Vec<_>>());
        let best = (0..3).fold(0, |best, n| if routed[n] > routed[best] { n } else { best });
        // One shared head has all of the shared weight, one chosen head all of the routed.
        gates.values[b * 4 * N + i] = 2.0 * between[0];
        gates.values[(b * 4 + 1 + best) * N + i] = 2.0 * between[1];
    }
    weighted_heads(&x, gates)
}

fn mixture_of_fewer() -> Trial {
    let mut noise = Noise::new(311);
    let h = 3;
    let x = Qkv::random(&mut noise, [B, h, N, D], [B, h, N, D], D);
    let mut gates = Tensor { shape: vec![1, B, h, N], values: vec![0.0; B * h * N] };
    for (b, _, i) in cells(B, 1, N) {
        let g = softmax(&noise.floats(h).into_iter().map(f64::from).collect::<Vec<_>>());
        for j in 0..h {
            let others: f64 = (0..h).filter(|n| *n != j).map(|n| g[n]).sum();
            gates.values[(b * h + j) * N + i] = others * h as f64 / (h - 1) as f64;
        }
    }
    weighted_heads(&x, gates)
}

/// Attentions of `q` to these sources, keys and values one after another in one buffer; each
/// source is causal or not. The gates are `[sources, batch, heads, len]`.
fn sources(seed: u64, lens: &[(usize, bool)], gate: impl Fn(usize, f64) -> f64) -> Trial {
    let mut noise = Noise::new(seed);
    let parts: Vec<Qkv> =
        lens.iter().map(|(n, _)| Qkv::random(&mut noise, [B, H, N, D], [B, H, *n, D], D)).collect();
    let q = parts[0].q.clone();
    let alpha = Tensor::random(&mut noise, &[B, H, N]).map(|x| 0.5 + 0.5 * x);
    let mut o = vec![0.0; B * H * N * D];
    let (mut gates, mut keys, mut values, mut problems) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, (part, (len, causal))) in parts.into_iter().zip(lens).enumerate() {
        let x = Qkv { q: q.clone(), ..part };
        let hidden = |i, j| *causal && j > i;
        let y = x.attend(|b, h, i, j| if hidden(i, j) { f64::NEG_INFINITY } else { x.score(b, h, i, j) });
        let weights: Vec<f64> = alpha.values.iter().map(|a| f64::from(gate(n, *a) as f32)).collect();
        o.iter_mut().zip(y.values).enumerate().for_each(|(at, (sum, y))| *sum += weights[at / D] * y);
        gates.extend(weights);
        let view = Layout::bhnd(HEADS, *len as u32, DIM).at(keys.len() as u64);
        let p = Attention::new(BATCH, HEADS, LEN, DIM).kv_len(*len as u32);
        let mut p = Attention { k_layout: view, v_layout: view, ..p };
        p.visibility.causal = *causal;
        problems.push(p);
        keys.extend(x.k.values);
        values.extend(x.v.values);
    }
    let flat = |values: Vec<f64>| Tensor { shape: vec![values.len()], values };
    let host = with(three(&q, &flat(keys), &flat(values)), Role::Gates, &flat(gates));
    Trial::of(GatedSources { sources: problems }, host).wants(Role::O, o)
}

/// `g self + (1 - g) theme`.
fn theme() -> Trial {
    sources(312, &[(N, true), (19, false)], |n, g| if n == 0 { g } else { 1.0 - g })
}

/// `a persona + (1 - a) context + context + prefix`.
fn routing() -> Trial {
    sources(313, &[(N, true), (19, false), (11, false)], |n, a| [1.0, 2.0 - a, a][n])
}

fn partial_source() -> Trial {
    sources(314, &[(N, true), (19, false)], |_, _| 1.0)
}
