//! Runs cut anywhere and continued, and very long ones.

use super::{KERNELS, check, check_by, excess};
use crate::adapters;
use wgpu_attention::conformance::suite::recurrence_inputs::inputs;
use wgpu_attention::reference::{LinearInputs, linear};
use wgpu_attention::{
    DType, Decay, Direction, Epilogue, FeatureMap, Gpu, HostTensors, Layout, LinearAttention, Policy,
    PrefixScan, Role, RowStep, StateUse, UpdateRule,
};

const LEN: u32 = 60;

/// Tokens `start..start + len` of a problem of one head, and its state.
fn part(p: &LinearAttention, x: &LinearInputs, [start, len]: [u32; 2], state: &[f32]) -> HostTensors {
    let mut host = HostTensors::new();
    for (role, values) in [
        (Role::Q, &x.q),
        (Role::K, &x.k),
        (Role::V, &x.v),
        (Role::Decay, &x.decay),
        (Role::Beta, &x.beta),
        (Role::Removal, &x.removal),
    ] {
        let row = values.len() / LEN as usize;
        if row > 0 {
            let values = &values[start as usize * row..][..len as usize * row];
            host = host.floats(role, DType::F32, &values.iter().map(|&y| y as f32).collect::<Vec<_>>());
        }
    }
    if p.bonus {
        host = host.floats(Role::Bonus, DType::F32, &x.bonus.iter().map(|&y| y as f32).collect::<Vec<_>>());
    }
    let role = if p.state == StateUse::InPlace { Role::StateOut } else { Role::StateIn };
    host.floats(role, DType::F32, state)
}

#[test]
fn a_run_cut_anywhere_and_continued_equals_the_whole() {
    let base = LinearAttention::new(1, 1, LEN, 16).v_dim(12).decay(Decay::PerToken);
    let in_place = base.clone().state(StateUse::InPlace);
    let problems = [
        in_place.clone().rule(UpdateRule::Delta),
        in_place.clone().rule(UpdateRule::Momentum),
        in_place.clone().rule(UpdateRule::RankOne),
        in_place.clone().decay(Decay::Polar),
        LinearAttention { bonus: true, ..in_place.decay(Decay::PerChannel) },
        base.normalised(1e-3).state(StateUse::InOut),
    ];
    adapters::each(|_, gpu| {
        let by = |kernel: Option<&str>| Policy { kernel: kernel.map(Into::into), ..Policy::default() };
        for ((n, p), kernel) in
            problems.iter().enumerate().flat_map(|p| [None, Some("chunk")].map(|k| (p, k)))
        {
            let gpu = gpu.with_policy(by(kernel));
            let whole = LinearAttention { state: StateUse::None, ..p.clone() };
            let (x, _) = inputs(&whole, 7 + n as u64, 0.3);
            let want = linear(&whole, &x).o;
            for cuts in [&[1u32, 59][..], &[16, 44], &[37, 4, 19]] {
                let mut state = vec![0.0f32; p.state_elements() as usize];
                let mut start = 0;
                for &len in cuts {
                    let step = LinearAttention { len, ..p.clone() }.contiguous();
                    let host = part(p, &x, [start, len], &state);
                    let got = gpu.run_host(&gpu.plan(&step).unwrap(), &host).unwrap();
                    state = got.decode(Role::StateOut, DType::F32).unwrap();
                    let rows = start as usize * 12..(start + len) as usize * 12;
                    let worst = excess(&got.decode(Role::O, DType::F32).unwrap(), &want[rows], DType::F32);
                    assert!(worst <= 1.0, "{} {cuts:?} at {start}: {worst:.2} {p:?}", gpu.caps().title());
                    start += len;
                }
            }
        }
    });
}

/// Longer than one dispatch walks: pieces with the state between them, both ways and at once.
#[test]
fn many_thousand_tokens_in_pieces() {
    let base = LinearAttention::new(1, 1, 5000, 8).decay(Decay::PerToken).state(StateUse::InOut);
    adapters::quickest(|gpu| {
        check(gpu, &base, 1, 0.02);
        check(gpu, &base.clone().rule(UpdateRule::Delta).direction(Direction::Reverse), 2, 0.02);
        let plain = base.clone().decay(Decay::None).state(StateUse::Out).normalised(1e-2);
        check(gpu, &plain.direction(Direction::Prefix(3000)), 3, 0.0);
        check(gpu, &base.clone().direction(Direction::Both), 4, 0.02);
    });
}

/// Every step is one of decoding: the state is in f32 in memory and in registers alike. The same
/// token again and again has a known end.
#[test]
fn a_million_steps_neither_overflow_nor_drift() {
    const CALL: u32 = 1 << 16;
    let repeated = Layout { offset: 0, strides: [0, 0, 0] };
    let mut p = LinearAttention::new(1, 1, CALL, 4).state(StateUse::InPlace).decay(Decay::PerToken);
    (p.q_layout, p.k_layout, p.v_layout) = (repeated, repeated, repeated);
    (p.decay_layout, p.beta_layout, p.scale) = (repeated, repeated, Some(1.0));
    let (k, v, log) = ([0.5f32; 4], [1.0f32, -2.0, 0.25, 3.0], -1e-3f32);
    let last_output = |gpu: &Gpu, rule| {
        let p = LinearAttention { rule, ..p.clone() };
        let prepared = gpu.plan(&LinearAttention { chunk_size: None, ..p.clone() }).unwrap();
        let mut host = HostTensors::new()
            .floats(Role::Q, DType::F32, &k)
            .floats(Role::K, DType::F32, &k)
            .floats(Role::V, DType::F32, &v)
            .floats(Role::Decay, DType::F32, &[log])
            .bytes(Role::StateOut, vec![0; 64]);
        if rule == UpdateRule::Delta {
            host = host.floats(Role::Beta, DType::F32, &[0.5]);
        }
        let mut last = Vec::new();
        for _ in 0..(1 << 20) / CALL {
            let got = gpu.run_host(&prepared, &host).unwrap();
            host = host.bytes(Role::StateOut, got.get(Role::StateOut).unwrap().to_vec());
            let o = got.decode(Role::O, DType::F32).unwrap();
            last = o[o.len() - 4..].to_vec();
        }
        last
    };
    for rule in [UpdateRule::Add, UpdateRule::Delta] {
        // |k| = 1: along it the state obeys s = f s + r (v - f s).
        let fade = f64::from(log).exp();
        let factor = match rule {
            UpdateRule::Delta => 0.5 / (1.0 - 0.5 * fade),
            _ => 1.0 / (1.0 - fade),
        };
        adapters::quickest(|gpu| {
            for (got, v) in last_output(gpu, rule).into_iter().zip(v) {
                let want = factor * f64::from(v);
                assert!((f64::from(got) - want).abs() <= 1e-4 * want.abs(), "{rule:?}: {got} of {want}");
            }
        });
    }
}

/// Nothing to visit: the state goes on as it is, and no buffer is read and written at once.
#[test]
fn no_tokens_leave_the_state_alone() {
    let base = LinearAttention::new(2, 2, 0, 8).v_dim(12);
    adapters::each(|_, gpu| {
        for (n, state) in [StateUse::InOut, StateUse::InPlace, StateUse::None].into_iter().enumerate() {
            let p = base.clone().state(state);
            let check = |gpu, p: &_, seed, strength| check_by(&KERNELS[..4], gpu, p, (seed, strength));
            check(gpu, &p, n as u64, 0.3);
            // What a rule needs besides is bound alike whatever is done with the state.
            let rule = [UpdateRule::Delta, UpdateRule::Momentum, UpdateRule::RankOne][n];
            check(gpu, &p.clone().rule(rule).decay(Decay::PerToken), n as u64, 0.3);
            check(gpu, &p.clone().decay(Decay::Polar), n as u64, 0.3);
            check(gpu, &p.clone().feature_map(FeatureMap::Softmax).decay(Decay::PerChannel), n as u64, 0.3);
            check(gpu, &p.clone().direction(Direction::Full), n as u64, 0.3);
            let rows = Epilogue::new(&[RowStep::Add, RowStep::Scale(0.5)], 2, 0, 12);
            let nothing = HostTensors::new();
            let call = p.clone().epilogue(rows).decay(Decay::None).state(StateUse::None);
            let host =
                call.tensors().unwrap().iter().filter(|t| !t.2).fold(nothing, |h, t| h.bytes(t.0, vec![]));
            gpu.run_host(&gpu.plan(&call).unwrap(), &host).unwrap();
        }
        let competing = base.clone().decay(Decay::Competing);
        check(gpu, &competing, 9, 0.0);
        check(gpu, &base.clone().direction(Direction::Both).state(StateUse::InOut), 9, 0.0);
        let packed = LinearAttention { batch: 3, ..base.clone() }.ragged(0).state(StateUse::InOut);
        check(gpu, &packed.rule(UpdateRule::Delta), 9, 0.0);
    });
}

/// What cannot be cut at common places, longer than one dispatch walks: packed sequences, and both
/// directions; and many queries of one state, whose dispatches are shorter.
#[test]
fn packed_and_both_directions_in_pieces() {
    for rule in [UpdateRule::Add, UpdateRule::Delta, UpdateRule::RankOne] {
        let base =
            LinearAttention::new(1, 1, 4500, 8).decay(Decay::PerToken).state(StateUse::InOut).rule(rule);
        adapters::quickest(|gpu| {
            check(gpu, &base.clone().direction(Direction::Both), 5, 0.02);
            let packed = LinearAttention { batch: 2, len: 4500, ..base.clone() }.ragged(4600);
            check(gpu, &packed, 6, 0.02);
            check(gpu, &packed.direction(Direction::Reverse), 7, 0.02);
        });
    }
    let many = LinearAttention { q_heads: 32, ..LinearAttention::new(1, 1, 600, 16).state(StateUse::Out) };
    adapters::each(|_, gpu| check(gpu, &many.clone().contiguous(), 8, 0.0));
}

/// A split over the sequence passes on what every segment makes of a state, whatever their number.
#[test]
fn splits_into_any_number_of_segments() {
    adapters::each(|_, gpu| {
        for (rule, decay) in [
            (UpdateRule::Delta, Decay::PerToken),
            (UpdateRule::Momentum, Decay::PerToken),
            (UpdateRule::RankOne, Decay::PerChannel),
        ] {
            for (n, len) in [33u32, 257, 999].into_iter().enumerate() {
                let base = LinearAttention::new(1, 2, len, 20).v_dim(10).decay(decay).rule(rule);
                let p = LinearAttention { chunk_size: Some(16), ..base.state(StateUse::InOut) };
                let (x, host) = inputs(&p, n as u64, 0.05);
                let want = linear(&p, &x);
                for splits in [2, 5, 64] {
                    let kernel = Some("chunk_split".into());
                    let gpu = gpu.with_policy(Policy { kernel, splits: Some(splits), ..Policy::default() });
                    let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
                    let off =
                        |role, want: &[f64]| excess(&got.decode(role, DType::F32).unwrap(), want, DType::F32);
                    let worst = off(Role::O, &want.o).max(off(Role::StateOut, &want.state));
                    assert!(worst <= 1.0, "{}: {splits} segments {worst:.2}: {p:?}", gpu.caps().title());
                }
            }
        }
    });
}

/// One number of the state a channel, over more tokens than a loop may have rounds on some drivers.
#[test]
fn running_values_of_a_hundred_thousand_tokens() {
    const LEN: u32 = 100_000;
    adapters::each(|_, gpu| {
        // A quarter of a turn a token: the last token sees itself.
        let p = LinearAttention::new(1, 1, LEN, 1).decay(Decay::Polar).state(StateUse::Out);
        let p = LinearAttention { scale: Some(1.0), ..p };
        let ones = vec![1.0f32; LEN as usize];
        let turns: Vec<f32> = [-0.7f32, 0.5].repeat(LEN as usize);
        let host = HostTensors::new().floats(Role::Q, DType::F32, &ones).floats(Role::K, DType::F32, &ones);
        let host = host.floats(Role::V, DType::F32, &ones).floats(Role::Decay, DType::F32, &turns);
        let o = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap().decode(Role::O, DType::F32).unwrap();
        // Real part of 1 / (1 - exp(-0.7 + 0.5 i)).
        let (re, im) = ((-0.7f64).exp() * 0.5f64.cos(), (-0.7f64).exp() * 0.5f64.sin());
        let want = (1.0 - re) / ((1.0 - re).powi(2) + im * im);
        let off = |o: &f32| (f64::from(*o) - want).abs();
        assert!(o[1000..].iter().all(|o| off(o) < 1e-4), "{}", gpu.caps().title());
        // Keys of 0 compete alike: the mean of the values, 1.
        let p = LinearAttention::new(1, 1, LEN, 1).decay(Decay::Competing);
        let p = LinearAttention { scale: Some(1.0), ..p };
        let zeros = vec![0.0f32; LEN as usize];
        let values: Vec<f32> = (0..LEN).map(|i| (i % 2) as f32).collect();
        let host = HostTensors::new().floats(Role::Q, DType::F32, &ones).floats(Role::K, DType::F32, &zeros);
        let host = host.floats(Role::V, DType::F32, &values);
        let o = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap().decode(Role::O, DType::F32).unwrap();
        assert!((o[LEN as usize - 1] - 0.5).abs() < 2e-3, "{}: {}", gpu.caps().title(), o[LEN as usize - 1]);
        // Equal scores: the mean of the values so far.
        let scan = PrefixScan { lse: true, ..PrefixScan::new(1, 1, LEN, 1) };
        let host = HostTensors::new().floats(Role::Q, DType::F32, &[1.0]).floats(Role::K, DType::F32, &zeros);
        let host = host.floats(Role::V, DType::F32, &values);
        let got = gpu.run_host(&gpu.plan(&scan).unwrap(), &host).unwrap();
        let [o, lse] = [Role::O, Role::Lse].map(|role| got.decode(role, DType::F32).unwrap());
        for t in [16_383usize, 16_384, 70_000, LEN as usize - 1] {
            let count = (t + 1) as f64;
            // Every second value so far is one.
            let mean = t.div_ceil(2) as f64 / count;
            assert!((f64::from(o[t]) - mean).abs() < 1e-3, "{}: {t}", gpu.caps().title());
            assert!((f64::from(lse[t]) - count.ln()).abs() < 1e-3, "{}: {t} {}", gpu.caps().title(), lse[t]);
        }
    });
}
