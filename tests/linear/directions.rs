//! Directions other than first to last.

use super::check;
use crate::adapters;
use wgpu_attention::{DType, Decay, Direction, FeatureMap, LinearAttention, StateUse, UpdateRule};

#[test]
fn back_and_packed() {
    adapters::each(|_, gpu| {
        let base = LinearAttention::new(1, 2, 50, 16).decay(Decay::PerToken).state(StateUse::InOut);
        check(gpu, &base.clone().direction(Direction::Reverse), 1, 0.5);
        let packed = LinearAttention { batch: 4, len: 120, ..base }.ragged(120);
        check(gpu, &packed, 2, 0.5);
        check(gpu, &packed.clone().rule(UpdateRule::Delta).direction(Direction::Reverse), 3, 0.5);
        check(gpu, &packed.clone().decay(Decay::Polar), 4, 0.1);
        check(gpu, &packed.direction(Direction::Both), 5, 0.5);
    });
}

#[test]
fn both_directions_with_decays_of_their_own() {
    adapters::each(|_, gpu| {
        for (n, len) in [1, 16, 40, 130].into_iter().enumerate() {
            let base = LinearAttention::new(2, 3, len, 16).v_dim(12).direction(Direction::Both);
            let grouped = LinearAttention { q_heads: 6, ..base.clone() }.contiguous().state(StateUse::InOut);
            check(gpu, &grouped.decay(Decay::PerChannel), n as u64, 0.5);
            check(gpu, &base.clone().decay(Decay::PerToken).rule(UpdateRule::Delta), n as u64, 0.5);
            let half = LinearAttention { bonus: true, ..base.clone().dtype(DType::F16) };
            check(gpu, &half.decay(Decay::PerHead), n as u64, 0.2);
            check(gpu, &base.feature_map(FeatureMap::EluPlusOne).rule(UpdateRule::RankOne), n as u64, 0.0);
        }
    });
}

#[test]
fn all_tokens_or_a_prefix_see_each_other() {
    adapters::each(|_, gpu| {
        for (n, len) in [1, 17, 100].into_iter().enumerate() {
            for direction in [Direction::Full, Direction::Prefix(0), Direction::Prefix(len / 2 + 1)] {
                let base = LinearAttention::new(2, 2, len, 12).v_dim(10).direction(direction);
                let base = LinearAttention { q_heads: 4, ..base }.contiguous();
                check(gpu, &base.clone().feature_map(FeatureMap::Relu).normalised(1e-2), n as u64, 0.0);
                check(gpu, &base.clone().rule(UpdateRule::Delta).state(StateUse::InOut), n as u64, 0.0);
                let half = base.dtype(DType::Bf16).state(StateUse::Out);
                check(gpu, &half.state(StateUse::In), n as u64, 0.0);
            }
        }
        let packed = LinearAttention { batch: 4, ..LinearAttention::new(1, 2, 90, 8) }.ragged(90);
        check(gpu, &packed.direction(Direction::Full).normalised(1e-2), 9, 0.0);
    });
}
