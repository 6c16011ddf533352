//! What a state holds: how many pairs, and what a recurrent network with matched parameters would.

use super::excess;
use crate::adapters;
use wgpu_attention::conformance::Noise;
use wgpu_attention::conformance::suite::recurrence_inputs::inputs;
use wgpu_attention::reference::linear;
use wgpu_attention::systems::diagonal_recurrence;
use wgpu_attention::{DType, Decay, Direction, Gpu, HostTensors, LinearAttention, Role, UpdateRule};

/// Mean square error of the values that a state gives back for `pairs` random keys, relative to
/// the values: 1 is as good as nothing.
fn forgotten(gpu: &Gpu, rule: UpdateRule, pairs: u32) -> f64 {
    const HEADS: u32 = 8;
    const DIM: usize = 32;
    let p = LinearAttention::new(1, HEADS, pairs, DIM as u32).rule(rule).direction(Direction::Full);
    let p = LinearAttention { scale: Some(1.0), ..p };
    let mut noise = Noise::new(u64::from(pairs));
    let [mut k, mut v] = [(); 2].map(|()| noise.floats((HEADS * pairs) as usize * DIM));
    for row in k.chunks_exact_mut(DIM).chain(v.chunks_exact_mut(DIM)) {
        let norm = row.iter().map(|x| x * x).sum::<f32>().sqrt();
        row.iter_mut().for_each(|x| *x /= norm);
    }
    let mut host = HostTensors::new().floats(Role::Q, DType::F32, &k).floats(Role::K, DType::F32, &k).floats(
        Role::V,
        DType::F32,
        &v,
    );
    if rule == UpdateRule::Delta {
        host = host.floats(Role::Beta, DType::F32, &vec![1.0; (HEADS * pairs) as usize]);
    }
    let o = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap().decode(Role::O, DType::F32).unwrap();
    let square: f64 = o.iter().zip(&v).map(|(o, v)| f64::from(o - v).powi(2)).sum();
    square / f64::from(HEADS * pairs)
}

/// Recall breaks near as many pairs as keys have elements, and later where the state is corrected.
#[test]
fn recall_breaks_near_the_key_size_and_later_with_the_delta_rule() {
    adapters::quickest(|gpu| {
        let breaks = |rule| (1..20).map(|n| 4 * n).find(|&pairs| forgotten(gpu, rule, pairs) > 0.5).unwrap();
        let (add, delta) = (breaks(UpdateRule::Add), breaks(UpdateRule::Delta));
        assert!((12..=32).contains(&add), "add breaks at {add} pairs");
        assert!(delta >= add + 4 && delta <= 64, "delta breaks at {delta} pairs, add at {add}");
        assert!(forgotten(gpu, UpdateRule::Add, 2) < 0.1);
    });
}

/// A diagonal linear recurrence over every product `k_c v_e`, whose states a query weighs, is
/// linear attention (Zucchet et al. 2023, Gated recurrent neural networks discover attention).
#[test]
fn a_linear_recurrence_with_matched_parameters_is_linear_attention() {
    const N: usize = 40;
    const D: usize = 4;
    const DV: usize = 3;
    for decay in [Decay::None, Decay::PerToken] {
        let p = LinearAttention::new(1, 1, N as u32, D as u32).v_dim(DV as u32).decay(decay);
        let p = LinearAttention { scale: Some(1.0), ..p };
        let (x, host) = inputs(&p, 3, 0.3);
        let want = linear(&p, &x).o;
        let gates = |t: usize| if decay == Decay::None { 0.0 } else { x.decay[t] as f32 };
        let channels = || (0..D * DV).flat_map(|n| (0..N).map(move |t| (n / DV, n % DV, t)));
        let products = channels().map(|(c, e, t)| (x.k[t * D + c] * x.v[t * DV + e]) as f32);
        let network = HostTensors::new()
            .floats(Role::Q, DType::F32, &[1.0])
            .floats(Role::K, DType::F32, &[1.0])
            .floats(Role::V, DType::F32, &products.collect::<Vec<_>>())
            .floats(Role::Decay, DType::F32, &channels().map(|(_, _, t)| gates(t)).collect::<Vec<_>>());
        let rnn = diagonal_recurrence(1, (D * DV) as u32, N as u32);
        adapters::each(|_, gpu| {
            let run = |p, host| {
                gpu.run_host(&gpu.plan(p).unwrap(), host).unwrap().decode(Role::O, DType::F32).unwrap()
            };
            let states = run(&rnn, &network);
            let contracted: Vec<f32> = (0..N * DV)
                .map(|n| {
                    let (t, e) = (n / DV, n % DV);
                    (0..D).map(|c| x.q[t * D + c] as f32 * states[(c * DV + e) * N + t]).sum()
                })
                .collect();
            for got in [contracted, run(&p, &host)] {
                let worst = excess(&got, &want, DType::F32);
                assert!(worst <= 1.0, "{}: {worst:.2} {decay:?}", gpu.caps().title());
            }
        });
    }
}
