//! Plans are found again.

use crate::adapters;
use wgpu_attention::{Attention, DType, DeviceCaps, Error, Gpu, HostTensors, Policy, Role};

#[test]
fn an_equal_problem_is_found_again_and_another_is_not() {
    adapters::each(|_, gpu| {
        let p = Attention::new(1, 2, 16, 8);
        let first = gpu.plan(&p).unwrap();
        let again = gpu.plan(&p.clone()).unwrap();
        assert!(std::ptr::eq(first.plan(), again.plan()), "planned anew");
        let causal = gpu.plan(&p.clone().causal()).unwrap();
        assert!(!std::ptr::eq(first.plan(), causal.plan()) && first.plan() != causal.plan());
        let naive = gpu.with_policy(Policy { kernel: Some("naive".into()), ..Policy::default() });
        assert_ne!(naive.plan(&p).unwrap().plan(), first.plan());
    });
}

#[test]
fn a_plan_keeps_its_scratch_memory_and_tensors_fit_buffers() {
    let p = Attention::new(1, 1, 2, 8).kv_len(256);
    let fill = |count: usize, step: f32| (0..count).map(|n| (n as f32 * step).sin()).collect::<Vec<_>>();
    let host = HostTensors::new()
        .floats(Role::Q, DType::F32, &fill(16, 0.7))
        .floats(Role::K, DType::F32, &fill(2048, 0.3))
        .floats(Role::V, DType::F32, &fill(2048, 0.9));
    adapters::each(|class, gpu| {
        let gpu = gpu.with_policy(Policy { splits: Some(2), ..Policy::default() });
        let prepared = gpu.plan(&p).unwrap();
        let run = || gpu.run_host(&prepared, &host).unwrap().decode(Role::O, DType::F32).unwrap();
        let before = run();
        gpu.trim();
        // Takes the place of what was let go of, and is larger.
        gpu.plan(&p.clone().kv_len(4096)).unwrap();
        assert_eq!(run(), before, "{class}");
        let small = gpu.with_caps(DeviceCaps { max_buffer: 4096, ..gpu.caps().clone() });
        let refused = small.plan(&p).map(|_| ()).unwrap_err();
        let expected = Error::Limit { what: "k, bytes of a buffer".into(), needed: 8192, limit: 4096 };
        assert_eq!(refused, expected, "{class}");
    });
}

/// Programs plan in tasks of executors that move them between threads.
#[test]
fn futures_can_be_sent() {
    fn sent<T: Send>(_: impl Fn(&'static Gpu, &'static Attention) -> T) {}
    sent(|gpu, p| gpu.plan_async(p));
    sent(|gpu, _| gpu.self_check_async(&|_| {}));
    sent(|gpu, p| async { gpu.run_host_async(&gpu.plan_async(p).await.unwrap(), &HostTensors::new()).await });
}

#[test]
fn outputs_have_as_many_elements_as_the_problem() {
    let p = Attention::new(1, 1, 3, 5).dtype(DType::F16);
    let x = [0.5f32; 15];
    let host = HostTensors::new().floats(Role::Q, DType::F16, &x).floats(Role::K, DType::F16, &x);
    let host = host.floats(Role::V, DType::F16, &x);
    adapters::each(|class, gpu| {
        let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
        assert_eq!(got.decode(Role::O, DType::F16).unwrap(), x, "{class}");
    });
}
