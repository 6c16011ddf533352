//! States that fade: by head, token, channel, with a phase, both ways.

use super::dot;
use super::recurrence::{D, DV, H, Inputs, N, SIZES, fades, host, system, trial};
use crate::conformance::catalogue::{Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{DType, Role};
use crate::record::HostTensors;
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    system(
        Family::Linear,
        [
            "lightning",
            "Lightning Attention",
            "Qin et al. 2024, Various Lengths, Constant Speed",
            "add, decay per head",
            "systems::lightning",
        ],
        lightning,
    ),
    system(
        Family::Linear,
        [
            "transnormer",
            "TransNormerLLM",
            "Qin et al. 2023, Scaling TransNormer to 175 Billion Parameters",
            "add, polar decay per head (LRPE), SiLU features; epilogue: norm, gate",
            "systems::trans_normer",
        ],
        trans_normer,
    ),
    system(
        Family::Linear,
        [
            "gla",
            "Gated linear attention",
            "Yang et al. 2023, Gated Linear Attention Transformers",
            "add, decay per channel",
            "systems::gated_linear_attention",
        ],
        gla,
    ),
    system(
        Family::Linear,
        [
            "vig",
            "ViG",
            "Liao et al. 2024, ViG: Linear-complexity Visual Sequence Learning with Gated Linear Attention",
            "add, decay per channel, both directions; epilogue: mixed with a branch",
            "systems::vig",
        ],
        vig,
    ),
    system(
        Family::Linear,
        [
            "gateloop",
            "GateLoop",
            "Katsch 2023, GateLoop: Fully Data-Controlled Linear Recurrence",
            "add, polar decay",
            "systems::gate_loop",
        ],
        gate_loop,
    ),
    system(
        Family::Linear,
        [
            "momentum-attention",
            "Momentum attention",
            "Dai et al. 2022, Why Can GPT Learn In-Context?",
            "softmax attention; add, decay per head, the current token left out; epilogue: added",
            "systems::value_momentum",
        ],
        momentum_attention,
    ),
    system(
        Family::StateSpace,
        [
            "mamba-2",
            "Mamba-2 (SSD)",
            "Dao and Gu 2024, Transformers are SSMs",
            "add, decay per token; epilogue: a skip",
            "systems::mamba2_skip",
        ],
        mamba2,
    ),
    system(
        Family::StateSpace,
        [
            "rwkv-6",
            "RWKV-6",
            "Peng et al. 2024, Eagle and Finch",
            "add, decay per channel, bonus",
            "systems::rwkv6",
        ],
        rwkv6,
    ),
    system(
        Family::StateSpace,
        [
            "mega-average",
            "Mega's moving average",
            "Ma et al. 2022, Mega: Moving Average Equipped Gated Attention",
            "add, decay per channel, a head a channel",
            "systems::mega_average",
        ],
        mega,
    ),
    system(
        Family::StateSpace,
        [
            "hgrn",
            "HGRN",
            "Qin et al. 2023, Hierarchically Gated Recurrent Neural Network",
            "add, decay per token, a head a channel",
            "systems::diagonal_recurrence",
        ],
        hgrn,
    ),
    system(
        Family::StateSpace,
        [
            "rg-lru",
            "RG-LRU (Griffin)",
            "De et al. 2024, Griffin",
            "add, decay per token, a head a channel",
            "systems::diagonal_recurrence",
        ],
        rg_lru,
    ),
];

fn lightning() -> Trial {
    let mut noise = Noise::new(41);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[H]);
    let o = x.pairs(false, |h, i, j| {
        decay.values[h].exp().powi((i - j) as i32) * dot(x.q.at(&[h, i]), x.k.at(&[h, j]))
    });
    trial(systems::lightning(SIZES), x.host_and(&[(Role::Decay, &decay)]), o)
}

fn trans_normer() -> Trial {
    let mut noise = Noise::new(42);
    let x = Inputs::random(&mut noise);
    let gate = Tensor::random(&mut noise, &[H, N, DV]);
    // One logarithm a head, then an angle for each channel.
    let mut decay = Tensor::random(&mut noise, &[H, 2, D]);
    for h in 0..H {
        decay.values[h * 2 * D..][..D].fill(f64::from(-0.125 * (h + 1) as f32));
    }
    let silu = |y: f64| y / (1.0 + (-y).exp());
    let mut o = x.pairs(false, |h, i, j| {
        let (q, k, apart) = (x.q.at(&[h, i]), x.k.at(&[h, j]), (i - j) as f64);
        let turned = |c: usize| silu(q[c]) * silu(k[c]) * (decay.at(&[h, 1])[c] * apart).cos();
        (decay.at(&[h, 0])[0] * apart).exp() * (0..D).map(turned).sum::<f64>()
    });
    for (row, u) in o.chunks_exact_mut(DV).zip(gate.values.chunks_exact(DV)) {
        let rms = (dot(row, row) / DV as f64 + 1e-6).sqrt();
        row.iter_mut().zip(u).for_each(|(y, u)| *y = *y / rms * u);
    }
    let inputs = x.host_and(&[(Role::Decay, &decay), (Role::Gate, &gate)]);
    trial(systems::trans_normer(SIZES), inputs, o)
}

/// Products of the gates of channel `c` over some tokens.
fn kept(decay: &Tensor, h: usize, c: usize, mut tokens: std::ops::Range<usize>) -> f64 {
    tokens.try_fold(1.0, |p, m| Some(p * decay.at(&[h, m])[c].exp())).unwrap_or(0.0)
}

fn gla() -> Trial {
    let mut noise = Noise::new(43);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[H, N, D]);
    let o = x.pairs(false, |h, i, j| {
        let (q, k) = (x.q.at(&[h, i]), x.k.at(&[h, j]));
        (0..D).map(|c| q[c] * k[c] * kept(&decay, h, c, j + 1..i + 1)).sum::<f64>() / (D as f64).sqrt()
    });
    trial(systems::gated_linear_attention(SIZES), x.host_and(&[(Role::Decay, &decay)]), o)
}

fn vig() -> Trial {
    let mut noise = Noise::new(44);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[2 * H, N, D]);
    let [gate, local] = [(); 2].map(|()| Tensor::random(&mut noise, &[H, N, DV]));
    let both = x.each_pair(|h, i, j| {
        let (q, k) = (x.q.at(&[h, i]), x.k.at(&[h, j]));
        // The token itself is seen on the way there and on the way back.
        let there = |c: usize| if j <= i { kept(&decay, h, c, j + 1..i + 1) } else { 0.0 };
        let back = |c: usize| if j >= i { kept(&decay, H + h, c, i..j) } else { 0.0 };
        (0..D).map(|c| q[c] * k[c] * (there(c) + back(c)) / 2.0).sum::<f64>() / (D as f64).sqrt()
    });
    let mix = |(n, o): (usize, f64)| gate.values[n] * o + (1.0 - gate.values[n]) * local.values[n];
    let o = both.into_iter().enumerate().map(mix).collect();
    let inputs = x.host_and(&[(Role::Decay, &decay), (Role::Gate, &gate), (Role::Branch, &local)]);
    trial(systems::vig(SIZES), inputs, o)
}

fn gate_loop() -> Trial {
    let mut noise = Noise::new(45);
    let x = Inputs::random(&mut noise);
    let mut a = Tensor::random(&mut noise, &[H, N, 2, D]);
    for (n, y) in a.values.iter_mut().enumerate() {
        *y = f64::from(if (n / D).is_multiple_of(2) { -0.2 * *y * *y } else { 3.0 * *y } as f32);
    }
    // h_n = h_{n-1} a_n + k_n v_n, in complex numbers.
    let mut o = Vec::new();
    for h in 0..H {
        let mut state = vec![[0.0f64; 2]; D * DV];
        for n in 0..N {
            for (at, s) in state.iter_mut().enumerate() {
                let (c, e) = (at / DV, at % DV);
                let (size, turn) = (a.at(&[h, n, 0])[c].exp(), a.at(&[h, n, 1])[c]);
                let (re, im) = (size * turn.cos(), size * turn.sin());
                let own = x.k.at(&[h, n])[c] * x.v.at(&[h, n])[e];
                *s = [s[0] * re - s[1] * im + own, s[0] * im + s[1] * re];
            }
            let q = x.q.at(&[h, n]);
            o.extend((0..DV).map(|e| (0..D).map(|c| q[c] * state[c * DV + e][0]).sum::<f64>()));
        }
    }
    trial(systems::gate_loop(SIZES), x.host_and(&[(Role::Decay, &a)]), o)
}

fn momentum_attention() -> Trial {
    let mut noise = Noise::new(46);
    let x = Inputs::random(&mut noise);
    let score = |h, i, j| f64::exp(dot(x.q.at(&[h, i]), x.k.at(&[h, j])) / (D as f64).sqrt());
    let attention = x.pairs(true, score);
    let eta = [0.5f64, 0.25];
    let average = x.pairs(false, |h, i, j| if j < i { eta[h].powi((i - j) as i32) } else { 0.0 });
    let o = attention.iter().zip(average).map(|(a, m)| a + m).collect();
    let rates: Vec<f32> = eta.iter().map(|&y| y as f32).collect();
    let logs: Vec<f32> = eta.iter().map(|&y| y.ln() as f32).collect();
    let values = HostTensors::new()
        .floats(Role::Q, DType::F32, &[1.0])
        .floats(Role::K, DType::F32, &rates)
        .floats(Role::V, DType::F32, &x.v.floats())
        .floats(Role::Bonus, DType::F32, &[0.0; H])
        .floats(Role::Decay, DType::F32, &logs);
    let sums = systems::based_window(SIZES, N as u32);
    Trial::of(sums, x.host())
        .wants(Role::O, attention)
        .then(systems::value_momentum(SIZES), values)
        .carry(Role::O, Role::Branch)
        .wants(Role::O, o)
}

fn mamba2() -> Trial {
    let mut noise = Noise::new(47);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[H, N, 1]);
    // x.v is dt x: the skip takes x itself.
    let input = Tensor::random(&mut noise, &[H, N, DV]);
    let skip = Tensor::random(&mut noise, &[H]);
    let core =
        x.pairs(false, |h, i, j| kept(&decay, h, 0, j + 1..i + 1) * dot(x.q.at(&[h, i]), x.k.at(&[h, j])));
    let o = core.iter().enumerate().map(|(n, y)| y + skip.values[n / (N * DV)] * input.values[n]).collect();
    let inputs = x.host_and(&[(Role::Decay, &decay), (Role::Gate, &skip), (Role::Branch, &input)]);
    trial(systems::mamba2_skip(SIZES), inputs, o)
}

fn rwkv6() -> Trial {
    let mut noise = Noise::new(48);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[H, N, D]);
    let bonus = Tensor::random(&mut noise, &[H, D]);
    let o = x.pairs(false, |h, i, j| {
        let (r, k) = (x.q.at(&[h, i]), x.k.at(&[h, j]));
        let factor = |c: usize| if i == j { bonus.at(&[h])[c] } else { kept(&decay, h, c, j + 1..i) };
        (0..D).map(|c| r[c] * k[c] * factor(c)).sum()
    });
    let inputs = x.host_and(&[(Role::Decay, &decay), (Role::Bonus, &bonus)]);
    trial(systems::rwkv6(SIZES), inputs, o)
}

/// `y_t = sum_j kernel(c, t - j) x_j` of every channel, the convolution that Mega's average is.
fn mega() -> Trial {
    const CHANNELS: usize = 6;
    const STATES: usize = 4;
    let mut noise = Noise::new(49);
    let x = Tensor::random(&mut noise, &[CHANNELS, N]);
    let sigmoid = |y: f64| 1.0 / (1.0 + (-y).exp());
    let mut rate = || Tensor::random(&mut noise, &[CHANNELS, STATES]).map(|y| sigmoid(2.0 * y));
    let [alpha, delta, beta, eta] = [(); 4].map(|()| rate());
    let each = |f: fn([f64; 3]) -> f64| Tensor {
        shape: vec![CHANNELS, STATES],
        values: (0..CHANNELS * STATES)
            .map(|n| f([alpha.values[n], beta.values[n], delta.values[n]]))
            .collect(),
    };
    let o = (0..CHANNELS * N).map(|n| {
        let (c, t) = (n / N, n % N);
        let kernel = |apart: usize| -> f64 {
            let state = |m: usize| {
                let at = c * STATES + m;
                let kept = 1.0 - alpha.values[at] * delta.values[at];
                eta.values[at] * kept.powi(apart as i32) * alpha.values[at] * beta.values[at]
            };
            (0..STATES).map(state).sum()
        };
        (0..=t).map(|j| kernel(t - j) * x.at(&[c, j])[0]).sum()
    });
    let (writes, logs) = (each(|[a, b, _]| a * b), each(|[a, _, d]| (1.0 - a * d).ln()));
    let inputs = host(&[(Role::V, &x), (Role::Q, &eta), (Role::K, &writes), (Role::Decay, &logs)]);
    trial(systems::mega_average(1, CHANNELS as u32, N as u32, STATES as u32), inputs, o.collect())
}

/// `h_t = a_t h_{t-1} + x_t`, written as a sum over the past.
fn diagonal(a: &Tensor, x: &Tensor) -> Trial {
    const CHANNELS: usize = 6;
    let o = (0..CHANNELS * N).map(|n| {
        let (c, t) = (n / N, n % N);
        let path = |j: usize| (j + 1..=t).map(|m| a.at(&[c, m])[0]).product::<f64>();
        (0..=t).map(|j| path(j) * x.at(&[c, j])[0]).sum()
    });
    let o = o.collect();
    let inputs = HostTensors::new()
        .floats(Role::V, DType::F32, &x.floats())
        .floats(Role::Q, DType::F32, &[1.0])
        .floats(Role::K, DType::F32, &[1.0])
        .floats(Role::Decay, DType::F32, &a.clone().map(f64::ln).floats());
    trial(systems::diagonal_recurrence(1, CHANNELS as u32, N as u32), inputs, o)
}

fn hgrn() -> Trial {
    let mut noise = Noise::new(50);
    let f = Tensor::random(&mut noise, &[6, N]).map(|y| 0.6 + 0.35 * y);
    let mut x = Tensor::random(&mut noise, &[6, N]);
    x.values.iter_mut().zip(&f.values).for_each(|(x, f)| *x = f64::from(((1.0 - f) * *x) as f32));
    diagonal(&f, &x)
}

fn rg_lru() -> Trial {
    let mut noise = Noise::new(51);
    let sigmoid = |y: f64| 1.0 / (1.0 + (-y).exp());
    // a_t = a^(8 r_t) with a = sigmoid(L), one a channel.
    let gate = Tensor::random(&mut noise, &[6, N]).map(|y| sigmoid(2.0 * y));
    let base = Tensor::random(&mut noise, &[6]).map(|y| sigmoid(3.0 + y));
    let a = (0..6 * N).map(|n| f64::from(base.values[n / N].powf(8.0 * gate.values[n]) as f32));
    let a = Tensor { shape: vec![6, N], values: a.collect() };
    let mut x = Tensor::random(&mut noise, &[6, N]);
    let input = Tensor::random(&mut noise, &[6, N]).map(|y| sigmoid(2.0 * y));
    for (n, x) in x.values.iter_mut().enumerate() {
        *x = f64::from(((1.0 - a.values[n].powi(2)).sqrt() * input.values[n] * *x) as f32);
    }
    diagonal(&a, &x)
}
