//! Scans over prefixes: every prefix, streams, and states that merge in any grouping.

use super::excess;
use crate::adapters;
use wgpu_attention::conformance::Noise;
use wgpu_attention::{DType, Gpu, HostTensors, Layout, Merge, PrefixScan, Role, StateUse};

const H: usize = 3;
const D: usize = 10;
const DV: usize = 7;

fn numbers(seed: u64, len: usize, dtype: DType) -> [Vec<f32>; 3] {
    let mut noise = Noise::new(seed);
    let mut many =
        |n, scale: f32| dtype.round(&noise.floats(n).iter().map(|x| scale * x).collect::<Vec<_>>());
    [many(H * D, 20.0), many(H * len * D, 5.0), many(H * len * DV, 1.0)]
}

/// Outputs and log-sum-exps of tokens `from..to`, by two passes over those from `first` on.
fn formula([q, k, v]: &[Vec<f32>; 3], first: usize, [from, to, len]: [usize; 3]) -> [Vec<f64>; 2] {
    let (mut out, mut lses) = (Vec::new(), Vec::new());
    for (h, t) in (0..H).flat_map(|h| (from..to).map(move |t| (h, t))) {
        let score = |j: usize| {
            let pairs = q[h * D..][..D].iter().zip(&k[(h * len + j) * D..][..D]);
            pairs.map(|(q, k)| f64::from(*q) * f64::from(*k)).sum::<f64>() / (D as f64).sqrt()
        };
        let top = (first..=t).map(score).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = (first..=t).map(|j| (score(j) - top).exp()).sum();
        lses.push(top + sum.ln());
        out.extend((0..DV).map(|e| {
            let value = |j: usize| f64::from(v[(h * len + j) * DV + e]);
            (first..=t).map(|j| (score(j) - top).exp() * value(j)).sum::<f64>() / sum
        }));
    }
    [out, lses]
}

fn host([q, k, v]: &[Vec<f32>; 3], dtype: DType) -> HostTensors {
    HostTensors::new().floats(Role::Q, dtype, q).floats(Role::K, dtype, k).floats(Role::V, dtype, v)
}

/// The scan of tokens `from..to` of `len`.
fn scan(len: usize, [from, to]: [usize; 2], state: StateUse) -> PrefixScan {
    let count = (to - from) as u32;
    let base = PrefixScan::new(1, H as u32, count, D as u32).v_dim(DV as u32);
    let at = |dim: usize| Layout::bhnd(H as u32, len as u32, dim as u32).at((from * dim) as u64);
    PrefixScan { k_layout: at(D), v_layout: at(DV), state, lse: true, ..base }
}

#[test]
fn every_prefix_and_every_type() {
    adapters::each(|_, gpu| {
        for (n, len) in [1, 63, 64, 65, 200].into_iter().enumerate() {
            let dtype = [DType::F32, DType::F16, DType::Bf16][n % 3];
            let x = numbers(n as u64, len, dtype);
            let p = PrefixScan { dtype, ..scan(len, [0, len], StateUse::None) };
            let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host(&x, dtype)).unwrap();
            let [o, lse] = formula(&x, 0, [0, len, len]);
            let worst = excess(&got.decode(Role::O, dtype).unwrap(), &o, dtype);
            let lses = excess(&got.decode(Role::Lse, DType::F32).unwrap(), &lse, DType::F32);
            assert!(worst <= 1.0 && lses <= 1.0, "{}: {worst:.2} {lses:.2} {p:?}", gpu.caps().title());
        }
    });
}

#[test]
fn a_stream_equals_the_whole() {
    let len = 90;
    let x = numbers(5, len, DType::F32);
    adapters::each(|_, gpu| {
        let mut state = [vec![0.0; DV], vec![f32::NEG_INFINITY]].concat().repeat(H);
        for [from, to] in [[0, 1], [1, 2], [2, 70], [70, 90]] {
            let p = scan(len, [from, to], StateUse::InPlace);
            let inputs = host(&x, DType::F32).floats(Role::StateOut, DType::F32, &state);
            let got = gpu.run_host(&gpu.plan(&p).unwrap(), &inputs).unwrap();
            let [o, _] = formula(&x, 0, [from, to, len]);
            let worst = excess(&got.decode(Role::O, DType::F32).unwrap(), &o, DType::F32);
            assert!(worst <= 1.0, "{}: {worst:.2} {from}..{to}", gpu.caps().title());
            state = got.decode(Role::StateOut, DType::F32).unwrap();
        }
    });
}

/// The state of a range, as parts of a merge.
fn state(gpu: &Gpu, x: &[Vec<f32>; 3], len: usize, range: [usize; 2]) -> [Vec<f32>; 2] {
    let p = scan(len, range, StateUse::Out);
    let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host(x, DType::F32)).unwrap();
    let state = got.decode(Role::StateOut, DType::F32).unwrap();
    let (mut o, mut lse) = (Vec::new(), Vec::new());
    for row in state.chunks_exact(DV + 1) {
        o.extend(&row[..DV]);
        lse.push(row[DV]);
    }
    [o, lse]
}

fn merge(gpu: &Gpu, parts: &[[Vec<f32>; 2]]) -> [Vec<f32>; 2] {
    let layout = Layout::bhnd(H as u32, 1, DV as u32);
    let m = Merge {
        parts: parts.len() as u32,
        batch: 1,
        heads: H as u32,
        len: 1,
        dim: DV as u32,
        dtype: DType::F32,
        layout,
        lse: true,
    };
    let join = |n: usize| parts.iter().flat_map(|p| p[n].clone()).collect::<Vec<f32>>();
    let inputs = HostTensors::new().floats(Role::PartialO, DType::F32, &join(0)).floats(
        Role::PartialLse,
        DType::F32,
        &join(1),
    );
    let got = gpu.run_host(&gpu.plan(&m).unwrap(), &inputs).unwrap();
    [Role::O, Role::Lse].map(|role| got.decode(role, DType::F32).unwrap())
}

#[test]
fn states_merge_in_any_grouping() {
    let len = 80;
    let x = numbers(6, len, DType::F32);
    let [o, lse] = formula(&x, 0, [len - 1, len, len]);
    adapters::each(|_, gpu| {
        let [a, b, c] = [[0, 30], [30, 31], [31, 80]].map(|range| state(gpu, &x, len, range));
        let left = merge(gpu, &[merge(gpu, &[a.clone(), b.clone()]), c.clone()]);
        let right = merge(gpu, &[a.clone(), merge(gpu, &[b.clone(), c.clone()])]);
        for [got_o, got_lse] in [left, right, merge(gpu, &[c, a, b]), state(gpu, &x, len, [0, len])] {
            let worst = excess(&got_o, &o, DType::F32).max(excess(&got_lse, &lse, DType::F32));
            assert!(worst <= 1.0, "{}: {worst:.2}", gpu.caps().title());
        }
    });
}
