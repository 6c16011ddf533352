//! The recurrence engine on every adapter present, against the f64 recurrence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../gpu/adapters.rs"]
mod adapters;
mod continued;
mod directions;
mod epilogue;
mod gradient;
mod grid;
#[allow(dead_code, reason = "the tests of single kernels use more of it")]
#[path = "../gpu/journal.rs"]
mod journal;
mod memory;
mod prefix;

use wgpu_attention::conformance::Noise;
use wgpu_attention::conformance::suite::recurrence_inputs::inputs;
use wgpu_attention::reference::{causal_conv, linear};
use wgpu_attention::{
    Activation, CausalConv, DType, Decay, DeviceCaps, Direction, Error, FeatureMap, Gpu, Hook, HookInput,
    HookKind, HostTensors, LinearAttention, Policy, Prepared, Problem as _, Role, StateUse, UpdateRule,
};

/// Chunks as they are on processors whose driver loads once what lanes share.
const SHARING: &str = "chunk, sharing loads";

fn prepare(gpu: &Gpu, name: &str, p: &LinearAttention) -> Result<Prepared, Error> {
    if name != SHARING {
        return kernel(gpu, name).plan(p);
    }
    let caps = DeviceCaps { cpu: true, shared_loads: true, ..gpu.caps().clone() };
    gpu.prepare(p.plan(&caps, &Policy { kernel: Some("chunk".into()), ..Policy::default() })?)
}

fn kernel(gpu: &Gpu, name: &str) -> Gpu {
    let splits = (name == "chunk_split").then_some(3);
    gpu.with_policy(Policy { kernel: Some(name.into()), splits, ..Policy::default() })
}

/// Largest distance over what the output's rounding and f32 sums may cost; 1 is the limit.
fn excess(got: &[f32], want: &[f64], dtype: DType) -> f64 {
    assert!(got.len() >= want.len(), "{} elements of {}", got.len(), want.len());
    let top = want.iter().fold(1e-30f64, |m, x| m.max(x.abs()));
    let off = |(g, w): (&f32, &f64)| {
        let allowed = SUMS * top + 1.01 * dtype.epsilon() * w.abs();
        if g.is_finite() { (f64::from(*g) - w).abs() / allowed } else { f64::INFINITY }
    };
    got.iter().zip(want).map(off).fold(0.0, f64::max)
}

/// Error of f32 sums relative to the largest output. A recurrence of 1000 tokens in f32, token by
/// token, differs from f64 by up to 4e-6.
const SUMS: f64 = 1.5e-5;

const KERNELS: [&str; 6] =
    ["recurrent", "recurrent_columns", "chunk", "recurrent_lanes", "two_pass", "chunk_split"];

/// What two passes know.
fn in_two_passes(p: &LinearAttention) -> bool {
    matches!(p.rule, UpdateRule::Add | UpdateRule::Delta)
        && matches!(p.decay, Decay::None | Decay::PerHead | Decay::PerToken)
        && p.normaliser.is_none()
        && !p.bonus
        && p.direction != Direction::Both
}

/// Whether a form takes the problem on this device.
fn knows(gpu: &Gpu, form: &str, p: &LinearAttention) -> bool {
    match form {
        "two_pass" => in_two_passes(p),
        "recurrent_lanes" => gpu.caps().subgroups.is_some(),
        _ => true,
    }
}

/// Two of the forms that know the problem, in turns, since each is a kernel of its own. Splits, each of three
/// kernels, are met where compiling is fast; elsewhere they have a test of their own.
fn turns(gpu: &Gpu, p: &LinearAttention, turn: usize) -> [&'static str; 2] {
    let forms = if adapters::is_quickest(gpu) { &KERNELS[..] } else { &KERNELS[..5] };
    let known: Vec<_> = forms.iter().filter(|form| knows(gpu, form, p)).collect();
    [turn, turn + 2].map(|turn| *known[turn % known.len()])
}

/// By the forms whose turn it is, by one of them where [`adapters::one_of`] says so.
fn check(gpu: &Gpu, p: &LinearAttention, seed: u64, strength: f32) {
    let some = if adapters::one_of(1, gpu) == 1 { 2 } else { 1 };
    check_by(&turns(gpu, p, seed as usize)[..some], gpu, p, (seed, strength));
}

fn check_by(kernels: &[&str], gpu: &Gpu, p: &LinearAttention, (seed, strength): (u64, f32)) {
    let (x, host) = inputs(p, seed, strength);
    let want = linear(p, &x);
    for name in kernels {
        let prepared = match prepare(gpu, name, p) {
            Err(Error::Limit { what, .. })
                if what.contains("storage buffers") || what.starts_with("recurrent_lanes") =>
            {
                eprintln!("{}: {name} needs too many: {what}: {p:?}", gpu.caps().title());
                continue;
            }
            Err(Error::Unsupported { .. }) if !knows(gpu, name, p) => continue,
            other => other.unwrap(),
        };
        let got = gpu.run_host(&prepared, &host).unwrap();
        let o = excess(&got.decode(Role::O, p.out_dtype).unwrap(), &want.o, p.out_dtype);
        let s = match p.state.writes() {
            true => excess(&got.decode(Role::StateOut, DType::F32).unwrap(), &want.state, DType::F32),
            false => 0.0,
        };
        assert!(o <= 1.0 && s <= 1.0, "{}: {name} o {o:.2} state {s:.2}: {p:?}", gpu.caps().title());
    }
}

/// Every rule with every decay, and what may be added to it.
fn variants(base: &LinearAttention) -> Vec<LinearAttention> {
    let mut all = Vec::new();
    for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
        let p = base.clone().decay(decay);
        all.push(p.clone());
        let rules = [UpdateRule::Delta, UpdateRule::Momentum, UpdateRule::RankOne];
        all.extend(rules.map(|rule| p.clone().rule(rule)));
        all.push(p.clone().normalised(1e-3));
        all.push(LinearAttention { bonus: true, ..p });
    }
    all
}

/// Every rule, decay and chunk size on the adapter that compiles fastest, some on each of the others.
#[test]
fn a_thousand_tokens_with_every_chunk_size() {
    adapters::each(|_, gpu| {
        for (n, chunk) in [16, 32, 64].into_iter().enumerate() {
            let base = LinearAttention {
                chunk_size: Some(chunk),
                q_heads: 4,
                ..LinearAttention::new(1, 2, 1000, 16).v_dim(8).state(StateUse::Out)
            };
            for (m, p) in variants(&base.contiguous()).into_iter().enumerate() {
                if (m + n).is_multiple_of(adapters::one_of(3, gpu)) {
                    check(gpu, &p, (m + n) as u64, 0.1);
                }
            }
        }
    });
}

/// One vec4 of values a thread and two, of which some are past the last; chunks that are cut short.
#[test]
fn threads_side_by_side_in_one_row_of_tiles() {
    adapters::each(|_, gpu| {
        let base = LinearAttention { q_heads: 2, ..LinearAttention::new(1, 1, 75, 20) };
        for (n, p) in variants(&base.state(StateUse::InOut)).into_iter().enumerate() {
            if n.is_multiple_of(adapters::one_of(5, gpu)) {
                let p = p.v_dim([20, 36][n % 2]).contiguous();
                check_by(&[SHARING], gpu, &p, (n as u64, 0.1));
            }
        }
    });
}

#[test]
fn element_types_layouts_and_odd_sizes() {
    adapters::each(|_, gpu| {
        for dtype in [DType::F16, DType::Bf16] {
            for (d, dv) in [(64, 64), (5, 7)] {
                let base = LinearAttention::new(2, 2, 40, d).v_dim(dv).dtype(dtype).state(StateUse::InOut);
                check(gpu, &base.clone().decay(Decay::PerToken).rule(UpdateRule::Delta), 1, 0.5);
                check(gpu, &base.decay(Decay::PerChannel), 2, 0.5);
            }
        }
        check(gpu, &LinearAttention::new(1, 1, 33, 256).v_dim(130).rule(UpdateRule::Delta), 3, 0.0);
    });
}

#[test]
fn a_users_feature_map_is_called() {
    let source = "fn feature_map(x: f32) -> f32 { return max(x, 0.0); }";
    let hook = Hook::new(HookKind::FeatureMap, source).unwrap();
    let own = LinearAttention::new(1, 2, 40, 8).feature_map(FeatureMap::Relu);
    let (_, host) = inputs(&own, 3, 0.0);
    adapters::each(|_, gpu| {
        let run =
            |p| gpu.run_host(&gpu.plan(p).unwrap(), &host).unwrap().decode(Role::O, DType::F32).unwrap();
        let users = own.clone().feature_map(FeatureMap::User(hook.clone()));
        assert_eq!(run(&users), run(&own));
        assert_ne!(run(&own.clone().feature_map(FeatureMap::Identity)), run(&own));
    });
}

#[test]
fn maps_of_queries_and_keys_have_inputs_of_their_own() {
    let times = |by| {
        let source = "fn feature_map(x: f32) -> f32 { return x * by; }";
        let inputs = [("by", HookInput::F32(by))];
        FeatureMap::User(Hook::with_inputs(HookKind::FeatureMap, source, &inputs).unwrap())
    };
    let looked_up = {
        let source = "fn feature_map(x: f32) -> f32 { return x * table[1]; }";
        let inputs = [("table", HookInput::BufferF32(2))];
        FeatureMap::User(Hook::with_inputs(HookKind::FeatureMap, source, &inputs).unwrap())
    };
    let plain = LinearAttention::new(1, 2, 40, 8);
    let (_, host) = inputs(&plain, 3, 0.0);
    let with_table = host.clone().floats(Role::User("table"), DType::F32, &[0.0, 16.0]);
    adapters::each(|_, gpu| {
        let run_on = |host, p: &LinearAttention| {
            gpu.run_host(&gpu.plan(p).unwrap(), host).unwrap().decode(Role::O, DType::F32).unwrap()
        };
        let run = |p: &LinearAttention| run_on(&host, p);
        // Powers of two round nothing.
        let by = |factor: f32| run(&plain).iter().map(|x| x * factor).collect::<Vec<_>>();
        assert_eq!(run(&plain.clone().feature_map(times(2.0)).key_map(times(4.0))), by(8.0));
        assert_eq!(run(&plain.clone().key_map(times(4.0))), by(4.0));
        let looked_up = plain.clone().feature_map(times(2.0)).key_map(looked_up.clone());
        assert_eq!(run_on(&with_table, &looked_up), by(32.0));
    });
}

#[test]
fn strong_decay_neither_overflows_nor_loses_the_present() {
    adapters::each(|_, gpu| {
        for (n, decay) in [(0, Decay::PerToken), (1, Decay::PerChannel)] {
            let base = LinearAttention::new(1, 2, 130, 16).v_dim(8).decay(decay).state(StateUse::Out);
            check(gpu, &base, n, 50.0);
            for (m, rule) in (2..).zip([UpdateRule::Delta, UpdateRule::Momentum, UpdateRule::RankOne]) {
                check(gpu, &base.clone().rule(rule), n + m, 50.0);
            }
            check(gpu, &base, n + 1, 1e4);
        }
    });
}

#[test]
fn convolution_equals_its_formula_and_continues() {
    let mut noise = Noise::new(5);
    adapters::each(|_, gpu| {
        for dtype in [DType::F32, DType::F16, DType::Bf16] {
            for (len, taps, activation) in [
                (9, 4, Activation::None),
                (1, 4, Activation::Silu),
                (2, 5, Activation::Sigmoid),
                (33, 1, Activation::Silu),
            ] {
                let mut p = CausalConv::new(2, 3, len, taps);
                p = CausalConv { dtype, bias: true, state_in: true, state_out: true, ..p };
                p.activation = activation;
                let size =
                    |role| p.tensors().unwrap().iter().find(|t| t.0 == role).unwrap().1 / dtype.bytes();
                let mut host = HostTensors::new();
                let mut give = |role| {
                    let values = dtype.round(&noise.floats(size(role) as usize));
                    host = std::mem::take(&mut host).floats(role, dtype, &values);
                    values.into_iter().map(f64::from).collect::<Vec<f64>>()
                };
                let [x, w, b, s] =
                    [Role::Input, Role::Weight, Role::ChannelBias, Role::StateIn].map(&mut give);
                let (y, state) = causal_conv(&p, &x, &w, &b, &s);
                let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
                let o = excess(&got.decode(Role::O, dtype).unwrap(), &y, dtype);
                let kept = got.decode(Role::StateOut, dtype).unwrap();
                assert!(o <= 1.0, "{}: {o:.2} {p:?}", gpu.caps().title());
                assert!(state.iter().zip(&kept).all(|(a, b)| *a == f64::from(*b)), "{p:?}");
            }
        }
    });
}

/// Two passes: chunk sizes, rules and decays, groups of queries, walks back and packed sequences, sizes that
/// fill no slice and more columns than a workgroup has. All on the adapter that compiles fastest, loops
/// written out for GPUs too.
#[test]
fn two_passes_agree_with_the_reference() {
    adapters::each(|_, gpu| {
        let written_out = gpu.with_caps(DeviceCaps { cpu: false, ..gpu.caps().clone() });
        for (n, chunk) in [16, 32, 64].into_iter().enumerate() {
            let base = LinearAttention {
                chunk_size: Some(chunk),
                q_heads: 4,
                ..LinearAttention::new(2, 2, 150, [20, 20, 64][n]).v_dim(36).state(StateUse::InOut)
            };
            for (m, p) in variants(&base).into_iter().filter(in_two_passes).enumerate() {
                let p = match (m + n) % 3 {
                    0 => p.direction(Direction::Reverse).contiguous(),
                    1 => p.contiguous().ragged(170),
                    _ => p.contiguous(),
                };
                if (m + n).is_multiple_of(adapters::one_of(4, gpu)) {
                    check_by(&["two_pass"], gpu, &p, (m as u64, 0.3));
                }
                if adapters::is_quickest(gpu) && (m + n) % 3 == 0 {
                    check_by(&["two_pass"], &written_out, &p, (m as u64, 0.3));
                }
            }
        }
    });
}
