//! Every rule, decay, feature map and normaliser that may go together: token by token, by chunks
//! and split, against the f64 recurrence.

use super::{check_by, turns};
use crate::adapters;
use wgpu_attention::{Decay, Error, FeatureMap, Gpu, LinearAttention, StateUse, UpdateRule};

const LENGTHS: [u32; 9] = [1, 15, 16, 17, 63, 64, 65, 257, 1000];
const CHUNKS: [u32; 3] = [16, 32, 64];

/// What may be added to the rule add, and the other rules.
fn rules(base: &LinearAttention) -> Vec<LinearAttention> {
    let rule = |rule| base.clone().rule(rule);
    let mut all = vec![base.clone(), base.clone().normalised(1e-3)];
    all.push(LinearAttention { bonus: true, ..base.clone() });
    all.extend([UpdateRule::Delta, UpdateRule::Momentum, UpdateRule::RankOne].map(rule));
    all
}

const DECAYS: [Decay; 5] = [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel, Decay::Polar];

/// Sizes of a row for which a map gives 16 features (Taylor and FAST 13), and the map.
fn maps() -> Vec<(u32, FeatureMap)> {
    use FeatureMap as F;
    let mut all: Vec<_> = [
        F::Identity,
        F::Relu,
        F::EluPlusOne,
        F::Sigmoid,
        F::SquaredRelu,
        F::Silu,
        F::PlainExp,
        F::Exp,
        F::Softmax,
    ]
    .into_iter()
    .map(|map| (16, map))
    .collect();
    all.push((8, F::SignedSoftmax));
    all.push((3, F::Taylor));
    all.push((3, F::Fastmax));
    all.push((8, F::RandomPositive { features: 16 }));
    all.push((16, F::Focused { power: 3 }));
    all
}

/// All combinations, with what their checks say.
fn combinations() -> (Vec<LinearAttention>, Vec<Error>) {
    let (mut sound, mut refused) = (Vec::new(), Vec::new());
    for decay in DECAYS {
        for (dim, map) in maps() {
            let base = LinearAttention::new(1, 1, 1, dim).v_dim(8).feature_map(map);
            for p in rules(&base.decay(decay).state(StateUse::InOut)) {
                match p.validate() {
                    Ok(()) => sound.push(p),
                    Err(why) => refused.push(why),
                }
            }
        }
    }
    (sound, refused)
}

#[test]
fn combinations_without_a_meaning_are_typed_errors() {
    let (sound, refused) = combinations();
    // Six rules and five decays with fourteen maps; polar decay goes with two of the rules.
    assert_eq!((sound.len(), refused.len()), (14 * (4 * 6 + 2), 14 * 4));
    assert!(refused.iter().all(|e| matches!(e, Error::Contradiction { .. } | Error::Unsupported { .. })));
}

/// Combination `n` meets the lengths `n` and `n + 4` of nine by two forms in turns: all combinations on the
/// adapter that compiles fastest; on the others every feature map, and every rule with every decay, as far as
/// [`adapters::one_of`] goes.
fn meet_all(gpu: &Gpu) {
    for (n, p) in combinations().0.iter().enumerate() {
        let plain = p.rule == UpdateRule::Add && p.decay == Decay::PerToken && !p.bonus;
        let once = plain || p.feature_map == FeatureMap::Identity;
        let share = adapters::one_of(1, gpu);
        if !(adapters::is_quickest(gpu) || once && n.is_multiple_of(share)) {
            continue;
        }
        let kernels = turns(gpu, p, n / share);
        let kind = n % 6 + DECAYS.iter().position(|d| *d == p.decay).unwrap();
        for m in [n, n + 4] {
            let p =
                LinearAttention { len: LENGTHS[m % 9], chunk_size: Some(CHUNKS[kind / 3 % 3]), ..p.clone() };
            check_by(&kernels, gpu, &p.contiguous(), (n as u64, if m % 2 == 0 { 0.5 } else { 0.05 }));
        }
    }
}

/// A test for every class of adapters: they take many minutes, and so run side by side.
macro_rules! on_each {
    ($($class:ident)*) => {
        mod every_combination_equals_the_recurrence {
            $(
                #[test]
                fn $class() {
                    crate::adapters::of_class(stringify!($class), super::meet_all);
                }
            )*
        }
    };
}
on_each!(swiftshader lavapipe gles gpu cpu);
