//! Recurrences: any rule, decay, map, direction and state.

use crate::conformance::suite::recurrence_inputs::inputs;
use crate::conformance::trial::{Noise, Trial};
use crate::error::{Error, Result};
use crate::plan::Policy;
use crate::problem::{DType, Decay, Direction, FeatureMap, LinearAttention, Role, StateUse, UpdateRule};
use crate::reference;

/// The trial of a seed. What has no meaning is drawn again.
pub(super) fn trial(seed: u64) -> Result<Trial> {
    let mut noise = Noise::new(seed ^ 0x11ea);
    let p = loop {
        let p = draw(&mut noise);
        match p.validate() {
            Ok(()) => break p,
            Err(Error::Contradiction { .. } | Error::Unsupported { .. }) => {}
            Err(error) => return Err(error),
        }
    };
    let strength = noise.pick([0.01, 0.3, 5.0]);
    let (x, host) = inputs(&p, seed, strength);
    let want = reference::linear(&p, &x);
    let kernel = noise.pick([
        None,
        Some("recurrent"),
        Some("recurrent_columns"),
        Some("recurrent_lanes"),
        Some("chunk"),
        Some("chunk_split"),
        Some("two_pass"),
    ]);
    let policy = Policy {
        kernel: kernel.map(Into::into),
        splits: noise.pick([None, None, Some(2)]),
        ..Policy::default()
    };
    let trial = Trial::of(p.clone(), host).by(policy).wants_in(Role::O, p.out_dtype, want.o);
    Ok(if p.state.writes() { trial.wants(Role::StateOut, want.state) } else { trial })
}

fn draw(noise: &mut Noise) -> LinearAttention {
    use FeatureMap as F;
    let dims = [1, 3, 4, 7, 8, 12, 16, 20, 33];
    let lens = [1, 2, 15, 16, 17, 31, 32, 64, 65, 100, 130];
    let kv_heads = noise.pick([1, 2, 3]);
    let (len, dim) = (noise.pick(lens), noise.pick(dims));
    let mut p = LinearAttention::new(noise.pick([1, 1, 2, 3]), kv_heads, len, dim).v_dim(noise.pick(dims));
    p.q_heads = kv_heads * noise.pick([1, 1, 2, 3]);
    p = p.dtype(noise.pick([DType::F32, DType::F32, DType::F16, DType::Bf16]));
    // Rates of 16 bits would sum up to other decays than the reference's.
    p.rate_dtype = DType::F32;
    p.chunk_size = noise.pick([None, Some(16), Some(32), Some(64)]);
    p.scale = noise.maybe(4, |n| n.float());
    p = p.rule(noise.pick([
        UpdateRule::Add,
        UpdateRule::Add,
        UpdateRule::Delta,
        UpdateRule::Momentum,
        UpdateRule::RankOne,
    ]));
    let decays =
        [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel, Decay::Polar, Decay::Competing];
    p = p.decay(noise.pick(decays));
    let direction =
        noise.pick([Direction::Reverse, Direction::Both, Direction::Full, Direction::Prefix(len / 2)]);
    if noise.once_in(3) {
        p = p.direction(direction);
    }
    // Features that are never negative, so that a sum of weights stays away from 0.
    let maps = [F::Relu, F::EluPlusOne, F::Sigmoid, F::SquaredRelu, F::Exp, F::Softmax, F::SignedSoftmax];
    p = p.feature_map(noise.maybe(3, |n| n.pick(maps)).unwrap_or(F::Identity));
    if noise.once_in(4) {
        p = p.normalised(1e-3);
    }
    p.bonus = noise.once_in(5);
    p = p.state(noise.pick([StateUse::None, StateUse::Out, StateUse::InOut, StateUse::InPlace]));
    if noise.once_in(6) {
        let total = p.len * p.batch;
        p = LinearAttention { len: total, ..p }.ragged(total);
    }
    p.contiguous()
}
