//! Inputs of recurrences: logical tensors for the reference, the same for the device.

use crate::conformance::trial::Noise;
use crate::problem::{DType, Decay, LinearAttention, Role, StateUse, UpdateRule};
use crate::record::HostTensors;
use crate::reference::{LinearInputs, features};

/// Inputs of a problem with contiguous `bhnd` views, rounded to its element types. Keys have
/// length one, so that the delta rule is stable. `strength` scales the decays.
pub fn inputs(p: &LinearAttention, seed: u64, strength: f32) -> (LinearInputs, HostTensors) {
    let mut noise = Noise::new(seed);
    let size = |role| p.shape(role).iter().product::<u32>() as usize;
    let mut host = HostTensors::new();
    let mut give = |role, dtype: DType, values: Vec<f32>| {
        let values = dtype.round(&values);
        host = std::mem::take(&mut host).floats(role, dtype, &values);
        values.into_iter().map(f64::from).collect::<Vec<f64>>()
    };
    let mut x = LinearInputs { q: give(Role::Q, p.dtype, noise.floats(size(Role::Q))), ..Default::default() };
    let mut k = noise.floats(size(Role::K));
    for row in k.chunks_exact_mut(p.qk_dim as usize) {
        let norm = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-3);
        // A normaliser needs sums that stay away from 0.
        row.iter_mut().for_each(|x| *x = if p.normaliser.is_some() { x.abs() / norm } else { *x / norm });
    }
    x.k = give(Role::K, p.dtype, k);
    if p.normaliser.is_some() {
        let q = x.q.iter().map(|x| x.abs() as f32 + 0.1).collect();
        x.q = give(Role::Q, p.dtype, q);
    }
    let mut seeded = Noise::new(seed ^ 77);
    let directions = seeded.floats((p.feature_dim() * p.qk_dim) as usize);
    let directions: Vec<f64> = directions.into_iter().map(f64::from).collect();
    x.v = give(Role::V, p.dtype, noise.floats(size(Role::V)));
    if p.decay.is_given() {
        let logs = noise.floats(size(Role::Decay)).iter().map(|x| -strength * x * x).collect();
        x.decay = give(Role::Decay, p.decay_dtype(), logs);
    }
    if p.decay == Decay::Polar {
        let mut noise = Noise::new(seed ^ 5);
        // Phases of up to half a turn, either way.
        let turned = |n: usize, log: &f64| match n / p.feature_dim() as usize % 2 {
            0 => *log as f32,
            _ => 3.0 * noise.float(),
        };
        let mut turned = turned;
        let logs = x.decay.iter().enumerate().map(|(n, log)| turned(n, log)).collect();
        x.decay = give(Role::Decay, p.decay_dtype(), logs);
    }
    if p.rule == UpdateRule::RankOne {
        // b = -r a for a direction a of length one: the state moves away from what it holds for a.
        let d = p.feature_dim() as usize;
        let mut pairs = noise.floats(size(Role::Removal));
        for pair in pairs.chunks_exact_mut(2 * d) {
            let norm = pair[..d].iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-3);
            for c in 0..d {
                pair[c] /= norm;
                pair[d + c] = pair[c] * (pair[d + c].abs() - 1.0);
            }
        }
        x.removal = give(Role::Removal, p.dtype, pairs);
    }
    if p.rule.has_rates() {
        // Stable below 2 for `beta |f(k)|^2`.
        let features = features(&p.feature_map, p.qk_dim as usize, &x.k, &directions);
        let squares = features.chunks_exact(p.feature_dim() as usize).map(|f| f.iter().map(|y| y * y).sum());
        let top = squares.fold(1.0, f64::max) as f32;
        let rates = noise.floats(size(Role::Beta)).iter().map(|x| (0.45 + 0.45 * x) / top).collect();
        x.beta = give(Role::Beta, p.rate_dtype, rates);
    }
    if p.bonus {
        x.bonus = give(Role::Bonus, DType::F32, noise.floats((p.state_heads() * p.feature_dim()) as usize));
    }
    if p.feature_map.is_random() {
        let directions: Vec<f32> = directions.iter().map(|&x| x as f32).collect();
        x.projection = give(Role::Projection, DType::F32, directions);
    }
    if p.state.reads() {
        let role = if p.state == StateUse::InPlace { Role::StateOut } else { Role::StateIn };
        let state: Vec<f32> = noise.floats(p.state_elements() as usize).iter().map(|x| x.abs()).collect();
        x.state = give(role, DType::F32, state);
    }
    if let Some(total) = p.ragged {
        // The first and the last sequence are empty where there are three or more.
        let n = p.batch as usize;
        let mut starts: Vec<u32> = (0..=n).map(|b| (b as u32 * total) / p.batch.max(1)).collect();
        if n > 2 {
            starts[1] = 0;
            starts[n - 1] = total;
        }
        host = host.indices(Role::CuSeqlensQ, &starts);
        x.cu_seqlens = starts;
    }
    (x, host)
}
