//! A lost device is an error, not an abort.

use crate::adapters;
use wgpu_attention::{Attention, DType, Error, Gpu, HostTensors, Role, device};

fn is_loss(error: &Error) -> bool {
    matches!(error, Error::DeviceLost(_) | Error::Device(_))
}

#[test]
fn calls_after_a_loss_are_errors() {
    // A device of its own, so that the others stay.
    let titles: Vec<String> = adapters::all().iter().map(|(_, gpu)| gpu.caps().name.clone()).collect();
    let problem = Attention::new(1, 1, 8, 8);
    let x = vec![0.5f32; 64];
    let inputs = [Role::Q, Role::K, Role::V]
        .into_iter()
        .fold(HostTensors::new(), |inputs, role| inputs.floats(role, DType::F32, &x));
    for adapter in device::adapters().into_iter().filter(|a| titles.contains(&a.get_info().name)) {
        if adapter.get_info().backend == wgpu_attention::wgpu::Backend::Gl {
            // Shares its context with the device the other tests use.
            continue;
        }
        let gpu = Gpu::from_adapter(&adapter).expect("opened before");
        let prepared = gpu.plan(&problem).expect("plans");
        gpu.run_host(&prepared, &inputs).expect("runs while the device lives");
        gpu.device().destroy();
        let run = gpu.run_host(&prepared, &inputs).expect_err("the device is gone");
        assert!(is_loss(&run), "{run}");
        let planned = gpu.plan(&problem.clone().causal().v_dim(4)).map(|_| ());
        assert!(
            planned.as_ref().is_err_and(|e| is_loss(e) || matches!(e, Error::Shader { .. })),
            "{planned:?}"
        );
        adapters::say(&format!("loss on {}: {run}", adapter.get_info().name));
    }
}
