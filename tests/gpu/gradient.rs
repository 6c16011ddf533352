//! Gradients of attention: a sample of the suite's table, and steps as a program takes them.

use crate::runner::run_checks;
use crate::{adapters, journal};
use wgpu_attention::conformance::Status;
use wgpu_attention::conformance::suite::sample;
use wgpu_attention::conformance::{Noise, Trial};
use wgpu_attention::{
    Attention, AttentionGradient, DType, DeviceCaps, Error, Gpu, HostTensors, Layout, LinearAttention,
    LinearGradient, Problem, Role, Tensors, Tier,
};

#[test]
fn a_sample_of_every_kind() {
    let sparse = "gradients/block,gradients/lists,gradients/patterns";
    let checks: Vec<_> = sample("gradients/", 23).chain(sample(sparse, 7)).collect();
    run_checks("gradients", &checks, |gpu| adapters::one_of(1, gpu), |_, _, _| {});
}

#[test]
fn bindings_too_small_for_a_tensor_hold_parts_of_it() {
    let mut checks: Vec<_> = sample("gradients/head groups/4 heads on 2", 1).collect();
    // Cells that several parts share are begun by the first.
    let shared =
        ["[1, 1, 1, 70]", "[1, 4, 18, 1]", "[2, 1, 1, 70]"].map(|shape| format!("additive {shape}/gradient"));
    let masks = sample("gradients/masks/additive", 1);
    checks.extend(masks.filter(|check| shared.iter().any(|name| check.name.ends_with(name))));
    checks.retain(|check| check.tier == Some(Tier::Plain));
    assert_eq!(checks.len(), 5);
    let p = Attention::new(2, 4, 21, 8).kv_heads(2).kv_len(66).causal();
    adapters::each(|class, gpu| {
        let small = gpu.with_caps(DeviceCaps { max_binding: 4 << 10, ..gpu.caps().clone() });
        for check in &checks {
            let found = check.run(&small);
            assert_eq!(found.status, Status::Pass, "{class}: {found:?}");
        }
        let dispatches =
            |gpu: &Gpu| gpu.explain(&AttentionGradient::new(p.clone())).unwrap().recording.dispatches.len();
        assert!(dispatches(gpu) == 4 && dispatches(&small) >= 8, "{class}: {}", dispatches(&small));
    });
    journal::assert_silent("gradients, cut");
}

fn inputs(p: &Attention) -> HostTensors {
    let roles = [Role::Q, Role::K, Role::V, Role::GradO];
    roles.into_iter().enumerate().fold(HostTensors::new(), |all, (n, role)| {
        let like = if role == Role::GradO { Role::O } else { role };
        all.floats(
            role,
            p.dtype,
            &Noise::new(n as u64).floats(p.shape(like).iter().product::<u32>() as usize),
        )
    })
}

#[test]
fn a_step_from_the_outputs_of_the_forward_call_is_that_of_one_plan() {
    let p = Attention::new(2, 4, 70, 24).kv_heads(2).causal().with_lse();
    let host = inputs(&p);
    let forward = [Role::Q, Role::K, Role::V]
        .into_iter()
        .fold(HostTensors::new(), |all, role| all.bytes(role, host.get(role).unwrap().to_vec()));
    let grads = [Role::GradQ, Role::GradK, Role::GradV];
    let whole = AttentionGradient::new(p.clone()).with_forward();
    let mut trial = Trial::of(whole, host.clone()).then(p.clone(), forward);
    trial = trial.then(AttentionGradient::new(p.clone()), host.clone());
    trial = trial.carry(Role::O, Role::O).carry(Role::Lse, Role::Lse);
    trial = grads.into_iter().fold(trial, |t, role| t.same(0, role, DType::F32, false));
    // Again: bit for bit.
    let again = trial.then(AttentionGradient::new(p).with_forward(), host);
    let trial = grads.into_iter().fold(again, |t, role| t.same(0, role, DType::F32, true));
    adapters::each(|class, gpu| {
        let verdict = trial.run(gpu).unwrap_or_else(|e| panic!("{class}: {e}"));
        assert!(verdict.passed(), "{class}: {:?}", verdict.complaint());
    });
    journal::assert_silent("gradients");
}

/// Queries, keys and values of one projection, `[batch, len, 4 + 2 + 2 heads, 9]`: so are their gradients.
#[test]
fn packed_tensors_have_their_gradients_in_one_buffer() {
    let (batch, len, dim) = (2, 37, 9u32);
    let [q, k, v] = [(4, 0), (2, 4), (2, 6)].map(|(heads, first): (u32, u32)| {
        let strides = [len * 8 * dim, dim, 8 * dim].map(u64::from);
        (Layout { offset: (first * dim).into(), strides }, heads)
    });
    let place = |(layout, heads): (Layout, u32)| {
        (0..batch * heads * len * dim).map(move |n| {
            let [b, h, i] = [n / dim / len / heads, n / dim / len % heads, n / dim % len].map(u64::from);
            let [sb, sh, si] = layout.strides;
            (layout.offset + b * sb + h * sh + i * si + u64::from(n % dim)) as usize
        })
    };
    let problems = |dtype, packed: bool| -> [Box<dyn Problem>; 2] {
        let mut p = Attention::new(batch, 4, len, dim).kv_heads(2).dtype(dtype).causal();
        let mut linear = LinearAttention::new(batch, 4, len, dim).kv_heads(2).dtype(dtype);
        if packed {
            (p.q_layout, p.k_layout, p.v_layout) = (q.0, k.0, v.0);
            (linear.q_layout, linear.k_layout, linear.v_layout) = (q.0, k.0, v.0);
        }
        let linear = LinearGradient { grad_dtype: dtype, ..LinearGradient::new(linear) };
        [Box::new(AttentionGradient::new(p).with_forward().grad_dtype(dtype)), Box::new(linear)]
    };
    let parts = [(Role::Q, Role::GradQ, q), (Role::K, Role::GradK, k), (Role::V, Role::GradV, v)];
    adapters::each(|class, gpu| {
        for dtype in [DType::F32, DType::F16] {
            let values = Noise::new(1).floats((batch * len * 8 * dim) as usize);
            let grad_o = Noise::new(2).floats((batch * 4 * len * dim) as usize);
            let host = HostTensors::new().floats(Role::GradO, dtype, &grad_o);
            let upload = |role, of: &[f32]| {
                let bytes = HostTensors::new().floats(role, dtype, of);
                gpu.upload(role.name(), 0, bytes.get(role).unwrap()).unwrap()
            };
            for (alone, packed) in problems(dtype, false).into_iter().zip(problems(dtype, true)) {
                let host = parts.iter().fold(host.clone(), |all, (role, _, view)| {
                    all.floats(*role, dtype, &place(*view).map(|at| values[at]).collect::<Vec<_>>())
                });
                let alone = gpu.run_host(&gpu.plan(&*alone).unwrap(), &host).unwrap();
                let (inputs, by_o) = (upload(Role::Input, &values), upload(Role::GradO, &grad_o));
                let grads = upload(Role::Input, &vec![f32::NAN; values.len()]);
                let o = upload(Role::O, &vec![0.0; grad_o.len()]);
                let prepared = gpu.plan(&*packed).unwrap();
                let mut tensors = Tensors::new().with(Role::GradO, &by_o);
                if prepared.plan().tensors.iter().any(|(role, ..)| *role == Role::O) {
                    tensors = tensors.with(Role::O, &o);
                }
                for (role, grad, _) in parts {
                    tensors = tensors.with(role, &inputs).with(grad, &grads);
                }
                let mut encoder = gpu.device().create_command_encoder(&Default::default());
                gpu.record(&mut encoder, &prepared, &tensors).unwrap();
                gpu.submit(encoder).unwrap();
                let bytes = gpu.read(&grads, values.len() as u64 * dtype.bytes()).unwrap();
                let got = HostTensors::new().bytes(Role::O, bytes).decode(Role::O, dtype).unwrap();
                for (_, grad, view) in parts {
                    let expected = alone.decode(grad, dtype).unwrap();
                    for (at, expected) in place(view).zip(expected) {
                        let off = (got[at] - expected).abs();
                        assert!(off <= 1e-5 * (1.0 + expected.abs()), "{class}, {dtype}, {grad} {at}: {off}");
                    }
                }
                // Inputs are no gradients.
                let refused = gpu.record(
                    &mut gpu.device().create_command_encoder(&Default::default()),
                    &prepared,
                    &tensors.with(Role::GradQ, &inputs),
                );
                assert!(matches!(refused, Err(Error::Contradiction { .. })), "{refused:?}");
            }
        }
    });
    journal::assert_silent("packed gradients");
}
