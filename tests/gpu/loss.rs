//! A lost device is an error, not an abort.

use crate::adapters;
use wgpu_attention::{Attention, DType, Error, Gpu, HostTensors, Role, Tensors, device, wgpu};

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

#[test]
fn a_shared_device_stays_the_programs_own() {
    let titles: Vec<String> = adapters::all().iter().map(|(_, gpu)| gpu.caps().name.clone()).collect();
    let problem = Attention::new(1, 1, 8, 8);
    for adapter in device::adapters().into_iter().filter(|a| titles.contains(&a.get_info().name)) {
        if adapter.get_info().backend == wgpu::Backend::Gl {
            continue;
        }
        let matrices = wgpu::Features::EXPERIMENTAL_COOPERATIVE_MATRIX;
        let descriptor = wgpu::DeviceDescriptor {
            required_features: Gpu::features(&adapter) - matrices,
            required_limits: adapter.limits(),
            ..Default::default()
        };
        let open = || pollster::block_on(adapter.request_device(&descriptor)).expect("opened before");
        let ((device, queue), (other, other_queue)) = (open(), open());
        let gpu = Gpu::from_device_of(&adapter, device.clone(), queue).expect("shares");
        let loss = gpu.loss();
        device.set_device_lost_callback(move |_, _| loss.tell("as the program says".into()));
        Gpu::from_device(device.clone(), gpu.queue().clone()).expect("leaves the callback alone");
        let second = Gpu::from_device(other, other_queue).expect("shares");
        // The first devices of two instances compare equal.
        let mut again = device::adapters().into_iter();
        let apart = again.find(|a| a.get_info().name == adapter.get_info().name).expect("found before");
        for other in [second, Gpu::from_adapter(&apart).expect("opens")] {
            let prepared = other.plan(&problem).expect("plans");
            let mut encoder = device.create_command_encoder(&Default::default());
            let refused = gpu.record(&mut encoder, &prepared, &Tensors::new()).expect_err("another's plan");
            assert!(matches!(&refused, Error::Device(why) if why.contains("another device")), "{refused}");
        }
        // Sizes that wgpu copies no bytes of.
        let buffer = gpu.upload("seven", 3, &[1, 2, 3, 4, 5, 6, 7]).expect("uploads");
        assert_eq!(gpu.read(&buffer, 7).expect("reads"), [1, 2, 3, 4, 5, 6, 7]);
        assert!(matches!(gpu.read(&buffer, 17), Err(Error::Device(_))));
        let usage = wgpu::BufferUsages::STORAGE;
        let hidden = wgpu::BufferDescriptor { label: None, size: 16, usage, mapped_at_creation: false };
        assert!(matches!(gpu.read(&device.create_buffer(&hidden), 4), Err(Error::Device(_))));
        device.destroy();
        let _ = device.poll(wgpu::PollType::Poll);
        for error in [gpu.read(&buffer, 4).map(|_| ()), gpu.upload("lost", 16, &[]).map(|_| ())] {
            assert!(matches!(&error, Err(Error::DeviceLost(why)) if why.contains("program")), "{error:?}");
        }
    }
}
