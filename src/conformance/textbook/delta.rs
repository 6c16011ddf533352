//! Rules that read the state before they write to it, by products of matrices; prefixes and agents.

use super::dot;
use super::recurrence::{D, DV, H, Inputs, N, SIZES, fades, host, system, trial};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Direction, LinearAttention, Role, StateUse};
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    system(
        Family::Linear,
        [
            "deltanet",
            "DeltaNet",
            "Schlag et al. 2021, Linear Transformers Are Secretly Fast Weight Programmers",
            "delta",
            "systems::delta_net",
        ],
        delta_net,
    ),
    system(
        Family::Linear,
        [
            "gated-deltanet",
            "Gated DeltaNet",
            "Yang et al. 2024, Gated Delta Networks",
            "delta, decay per token",
            "systems::gated_delta_net",
        ],
        gated_delta_net,
    ),
    system(
        Family::Linear,
        [
            "kimi-delta-attention",
            "Kimi Delta Attention",
            "Kimi Team 2025, Kimi Linear",
            "delta, decay per channel",
            "systems::kimi_delta_attention",
        ],
        kimi,
    ),
    system(
        Family::Linear,
        [
            "titans-memory",
            "Titans' memory",
            "Behrouz et al. 2024, Titans: Learning to Memorize at Test Time",
            "delta with momentum, decay per token",
            "systems::titans_memory",
        ],
        titans,
    ),
    system(
        Family::StateSpace,
        [
            "rwkv-7",
            "RWKV-7",
            "Peng et al. 2025, RWKV-7 Goose",
            "rank-one update, decay per channel",
            "systems::rwkv7",
        ],
        rwkv7,
    ),
    system(
        Family::Linear,
        [
            "aaren",
            "Aaren",
            "Feng et al. 2024, Attention as an RNN",
            "scan of running maximum, sum and output",
            "systems::aaren",
        ],
        aaren,
    ),
    system(
        Family::Linear,
        [
            "flowformer",
            "Flowformer",
            "Wu et al. 2022, Flowformer: Linearizing Transformers with Conservation Flows",
            "add, sigmoid features, all tokens or causal, seven times; rows between them",
            "systems::Flowformer",
        ],
        flowformer,
    ),
    System {
        name: "agent-attention",
        title: "Agent Attention",
        paper: "Han et al. 2023, Agent Attention: On the Integration of Softmax and Linear Attention",
        family: Family::Linear,
        engine: Engine::Softmax,
        parts: "attention of agents, attention to agents",
        builder: "systems::agent_attention",
        trial: agents,
    },
];

/// A matrix `[D, D]` from its elements.
fn matrix(of: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    (0..D).map(|c| (0..D).map(|m| of(c, m)).collect()).collect()
}

/// `S_t = A_t S_{t-1} + w_t v_t^T`, `o_t = scale S_t^T q_t`, with matrices `A` and writes `w`.
fn by_matrices(x: &Inputs, scale: f64, step: impl Fn(usize, usize) -> (Vec<Vec<f64>>, Vec<f64>)) -> Vec<f64> {
    let mut o = Vec::new();
    for h in 0..H {
        let mut s = vec![[0.0; DV]; D];
        for t in 0..N {
            let (a, w) = step(h, t);
            let old = s.clone();
            for (c, row) in s.iter_mut().enumerate() {
                *row = std::array::from_fn(|e| {
                    (0..D).map(|m| a[c][m] * old[m][e]).sum::<f64>() + w[c] * x.v.at(&[h, t])[e]
                });
            }
            let q = x.q.at(&[h, t]);
            o.extend((0..DV).map(|e| scale * (0..D).map(|c| q[c] * s[c][e]).sum::<f64>()));
        }
    }
    o
}

fn same(c: usize, m: usize) -> f64 {
    f64::from(u8::from(c == m))
}

/// `A = (I - beta k k^T) diag(exp g)`, `w = beta k`, with `g` of channels that `channels` count.
fn delta(p: LinearAttention, seed: u64, channels: usize) -> Trial {
    let mut noise = Noise::new(seed);
    let x = Inputs::random(&mut noise);
    let rates = Tensor::random(&mut noise, &[H, N]).map(|y| 0.5 + 0.5 * y);
    let decay = fades(&mut noise, &[H, N, channels.max(1)]);
    let o = by_matrices(&x, 1.0 / (D as f64).sqrt(), |h, t| {
        let (k, rate) = (x.k.at(&[h, t]), rates.at(&[h, t])[0]);
        let log = |m: usize| if channels == 0 { 0.0 } else { decay.at(&[h, t])[m % channels] };
        let a = matrix(|c, m| (same(c, m) - rate * k[c] * k[m]) * log(m).exp());
        (a, k.iter().map(|k| rate * k).collect())
    });
    let given = [(Role::Beta, &rates), (Role::Decay, &decay)];
    trial(p, x.host_and(&given[..if channels == 0 { 1 } else { 2 }]), o)
}

fn delta_net() -> Trial {
    delta(systems::delta_net(SIZES), 61, 0)
}

fn gated_delta_net() -> Trial {
    delta(systems::gated_delta_net(SIZES), 62, 1)
}

fn kimi() -> Trial {
    delta(systems::kimi_delta_attention(SIZES), 63, D)
}

/// The gradient of `|M^T k - v|^2` by hand, its momentum, and the memory.
fn titans() -> Trial {
    let mut noise = Noise::new(64);
    let x = Inputs::random(&mut noise);
    let mut rate = |low: f64| Tensor::random(&mut noise, &[H, N]).map(|y| low + 0.2 + 0.2 * y);
    let (theta, eta, alpha) = (rate(0.0), rate(0.4), rate(0.0));
    let mut o = Vec::new();
    for h in 0..H {
        let (mut memory, mut surprise) = (vec![[0.0; DV]; D], vec![[0.0; DV]; D]);
        for t in 0..N {
            let (k, v) = (x.k.at(&[h, t]), x.v.at(&[h, t]));
            let error: Vec<f64> =
                (0..DV).map(|e| (0..D).map(|c| memory[c][e] * k[c]).sum::<f64>() - v[e]).collect();
            for (c, e) in (0..D).flat_map(|c| (0..DV).map(move |e| (c, e))) {
                let gradient = 2.0 * k[c] * error[e];
                surprise[c][e] = eta.at(&[h, t])[0] * surprise[c][e] - theta.at(&[h, t])[0] * gradient;
                memory[c][e] = (1.0 - alpha.at(&[h, t])[0]) * memory[c][e] + surprise[c][e];
            }
            let q = x.q.at(&[h, t]);
            o.extend((0..DV).map(|e| (0..D).map(|c| q[c] * memory[c][e]).sum::<f64>()));
        }
    }
    let pairs = theta.values.iter().zip(&eta.values).flat_map(|(t, e)| [2.0 * *t, *e]);
    let pairs = Tensor { shape: vec![H, N, 2], values: pairs.collect() };
    let decay = alpha.map(|a| (1.0 - a).ln());
    trial(systems::titans_memory(SIZES), x.host_and(&[(Role::Beta, &pairs), (Role::Decay, &decay)]), o)
}

fn rwkv7() -> Trial {
    let mut noise = Noise::new(65);
    let x = Inputs::random(&mut noise);
    let decay = Tensor::random(&mut noise, &[H, N, D]).map(|y| -0.6 * y * y);
    let mut removed = Tensor::random(&mut noise, &[H, N, D]);
    for row in removed.values.chunks_exact_mut(D) {
        let norm = dot(row, row).sqrt();
        row.iter_mut().for_each(|y| *y = f64::from((*y / norm) as f32));
    }
    let rate = Tensor::random(&mut noise, &[H, N, D]).map(|y| 0.5 + 0.5 * y);
    // Rows of S here are columns in the paper: diag(w) - (a * c) c^T.
    let o = by_matrices(&x, 1.0, |h, t| {
        let (c, a, w) = (removed.at(&[h, t]), rate.at(&[h, t]), decay.at(&[h, t]));
        (matrix(|n, m| same(n, m) * w[n].exp() - a[n] * c[n] * c[m]), x.k.at(&[h, t]).to_vec())
    });
    let mut pairs = Vec::new();
    for (c, a) in removed.values.chunks_exact(D).zip(rate.values.chunks_exact(D)) {
        pairs.extend(c.iter().map(|c| -c));
        pairs.extend(c.iter().zip(a).map(|(c, a)| a * c));
    }
    let removal = Tensor { shape: vec![H, N, 2 * D], values: pairs };
    trial(systems::rwkv7(SIZES), x.host_and(&[(Role::Removal, &removal), (Role::Decay, &decay)]), o)
}

/// Attention of one query over each prefix, at once and in a stream of two calls.
fn aaren() -> Trial {
    let mut noise = Noise::new(66);
    let x = Inputs::random(&mut noise);
    let query = Tensor::random(&mut noise, &[H, D]).map(|y| 4.0 * y);
    let scale = 1.0 / (D as f64).sqrt();
    let o = x.pairs(true, |h, _, j| f64::exp(scale * dot(query.at(&[h]), x.k.at(&[h, j]))));
    let inputs = x.host_and(&[(Role::Q, &query)]);
    let mut first = systems::aaren(SIZES);
    let mut rest = first.clone();
    (first.len, first.state) = (20, StateUse::Out);
    (rest.len, rest.state) = (N as u32 - 20, StateUse::In);
    for (layout, dim) in [(&mut rest.k_layout, D), (&mut rest.v_layout, DV)] {
        *layout = layout.at(20 * dim as u64);
    }
    rest.o_layout = crate::problem::Layout::bhnd(H as u32, rest.len, DV as u32);
    let tail = |h: usize| o[(h * N + 20) * DV..(h + 1) * N * DV].to_vec();
    let tail = (0..H).flat_map(tail).collect();
    let stream = Trial::of(systems::aaren(SIZES), inputs.clone()).wants(Role::O, o.clone());
    stream
        .then(first, inputs.clone())
        .then(rest, inputs)
        .carry(Role::StateOut, Role::StateIn)
        .wants(Role::O, tail)
}

/// Both forms, each by the sums of its own formula.
fn flowformer() -> Trial {
    let x = Inputs::random(&mut Noise::new(68));
    let [all, causal] = [Direction::Full, Direction::Forward]
        .map(|direction| systems::Flowformer { sizes: SIZES, direction });
    Trial::of(all, x.host())
        .wants(Role::O, flows_of_all(&x))
        .then(causal, x.host())
        .wants(Role::O, causal_flows(&x))
}

fn sigmoid(y: f64) -> f64 {
    1.0 / (1.0 + (-y).exp())
}

fn flow(x: &Inputs, h: usize, i: usize, j: usize) -> f64 {
    let pairs = x.q.at(&[h, i]).iter().zip(x.k.at(&[h, j]));
    pairs.map(|(q, k)| sigmoid(*q) * sigmoid(*k)).sum()
}

fn flows_of_all(x: &Inputs) -> Vec<f64> {
    let mut o = Vec::new();
    for h in 0..H {
        let flow = |i, j| flow(x, h, i, j);
        let incoming: Vec<f64> = (0..N).map(|i| (0..N).map(|j| flow(i, j)).sum()).collect();
        let outgoing: Vec<f64> = (0..N).map(|j| (0..N).map(|i| flow(i, j)).sum()).collect();
        let sinks: Vec<f64> = (0..N).map(|i| (0..N).map(|j| flow(i, j) / outgoing[j]).sum()).collect();
        let sources = (0..N).map(|j| (0..N).map(|i| flow(i, j) / incoming[i]).sum::<f64>());
        let shares: Vec<f64> = sources.map(|y| y.clamp(-1.0, 1.0).exp()).collect();
        let total: f64 = shares.iter().sum();
        for i in 0..N {
            let value = |j: usize, e: usize| N as f64 * shares[j] / total * x.v.at(&[h, j])[e];
            let sum = |e| (0..N).map(|j| flow(i, j) / incoming[i] * value(j, e)).sum::<f64>();
            o.extend((0..DV).map(|e| sigmoid(sinks[i]) * sum(e)));
        }
    }
    o
}

/// Sums become running sums, scaled by the number of tokens in them.
fn causal_flows(x: &Inputs) -> Vec<f64> {
    let mut o = Vec::new();
    for h in 0..H {
        let flow = |i, j| flow(x, h, i, j);
        let count = |t: usize| (t + 1) as f64;
        let incoming: Vec<f64> =
            (0..N).map(|i| (0..=i).map(|j| flow(i, j)).sum::<f64>() / count(i)).collect();
        let outgoing: Vec<f64> =
            (0..N).map(|j| (0..=j).map(|i| flow(i, j)).sum::<f64>() / count(j)).collect();
        let source = |j: usize| (0..=j).map(|i| flow(i, j) / incoming[i]).sum::<f64>() / count(j);
        let shares: Vec<f64> = (0..N).map(|j| source(j).clamp(-1.0, 1.0).exp()).collect();
        for (i, inwards) in incoming.iter().enumerate() {
            let sink = (0..=i).map(|j| flow(i, j) / outgoing[j]).sum::<f64>() / count(i);
            let value = |j: usize, e: usize| {
                let total: f64 = shares[..=j].iter().sum();
                count(j) * shares[j] / total * x.v.at(&[h, j])[e]
            };
            let sum = |e| (0..=i).map(|j| flow(i, j) * value(j, e)).sum::<f64>();
            o.extend((0..DV).map(|e| sigmoid(sink) * sum(e) / (count(i) * inwards)));
        }
    }
    o
}

fn agents() -> Trial {
    const AGENTS: usize = 5;
    let mut noise = Noise::new(67);
    let x = Inputs::random(&mut noise);
    // Means of nine queries each.
    let agents = (0..H * AGENTS * D).map(|n| {
        let (h, a, c) = (n / (AGENTS * D), n / D % AGENTS, n % D);
        f64::from(((0..9).map(|m| x.q.at(&[h, a * 9 + m])[c]).sum::<f64>() / 9.0) as f32)
    });
    let agents = Tensor { shape: vec![H, AGENTS, D], values: agents.collect() };
    let weights = |q: &[f64], keys: &dyn Fn(usize) -> Vec<f64>, count: usize| -> Vec<f64> {
        let w: Vec<f64> = (0..count).map(|j| (dot(q, &keys(j)) / (D as f64).sqrt()).exp()).collect();
        let sum: f64 = w.iter().sum();
        w.into_iter().map(|w| w / sum).collect()
    };
    let mut o = Vec::new();
    for (h, i) in (0..H).flat_map(|h| (0..N).map(move |i| (h, i))) {
        let to_agents = weights(x.q.at(&[h, i]), &|a| agents.at(&[h, a]).to_vec(), AGENTS);
        let mut total = vec![0.0; N];
        for (a, w) in to_agents.iter().enumerate() {
            let seen = weights(agents.at(&[h, a]), &|j| x.k.at(&[h, j]).to_vec(), N);
            total.iter_mut().zip(seen).for_each(|(t, s)| *t += w * s);
        }
        o.extend((0..DV).map(|e| (0..N).map(|j| total[j] * x.v.at(&[h, j])[e]).sum::<f64>()));
    }
    let [gather, spread] = systems::agent_attention(SIZES, AGENTS as u32);
    let first = x.host_and(&[(Role::Q, &agents)]);
    let second = host(&[(Role::Q, &x.q), (Role::K, &agents)]);
    Trial::of(gather, first).then(spread, second).carry(Role::O, Role::V).wants(Role::O, o)
}
