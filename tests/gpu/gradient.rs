//! Gradients of attention: a sample of the suite's table, and steps as a program takes them.

use crate::runner::run_checks;
use crate::{adapters, journal};
use wgpu_attention::conformance::Status;
use wgpu_attention::conformance::suite::sample;
use wgpu_attention::conformance::{Noise, Trial};
use wgpu_attention::{Attention, AttentionGradient, DType, DeviceCaps, Gpu, HostTensors, Role, Tier};

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
