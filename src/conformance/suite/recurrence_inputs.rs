//! Inputs of recurrences: logical tensors for the reference, the same for the device.

use crate::conformance::trial::Noise;
use crate::problem::{DType, Decay, LinearAttention, Role, StateUse, UpdateRule};
use crate::record::HostTensors;
use crate::reference::LinearInputs;

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
    x.v = give(Role::V, p.dtype, noise.floats(size(Role::V)));
    if p.decay != Decay::None {
        let logs = noise.floats(size(Role::Decay)).iter().map(|x| -strength * x * x).collect();
        x.decay = give(Role::Decay, p.decay_dtype(), logs);
    }
    if p.rule == UpdateRule::Delta {
        let rates = noise.floats(size(Role::Beta)).iter().map(|x| 0.5 + 0.5 * x).collect();
        x.beta = give(Role::Beta, p.rate_dtype, rates);
    }
    if p.bonus {
        x.bonus = give(Role::Bonus, DType::F32, noise.floats((p.kv_heads * p.feature_dim()) as usize));
    }
    if p.feature_map.is_random() {
        let directions = noise.floats((p.feature_dim() * p.qk_dim) as usize);
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
