//! Attention inside an existing wgpu program: on its device, with its buffers, recorded into its
//! encoder behind a compute pass of its own. Nothing is copied and nothing waits in between.
//!
//! `cargo run --example share_device [-- ADAPTER]`

use wgpu_attention::device::{adapters, matches};
use wgpu_attention::wgpu::{self, BufferUsages};
use wgpu_attention::{Attention, DType, Gpu, Role, Tensors};

/// The program's own pass.
const DOUBLE: &str = include_str!("double.wgsl");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (adapter, device, queue) = existing_program()?;
    let gpu = Gpu::from_device_of(&adapter, device.clone(), queue.clone())?;
    let (heads, len, dim) = (2u32, 100u32, 16u32);
    let plan = gpu.plan(&Attention::new(1, heads, len, dim))?;

    // Values are all 1.5 here; the program's pass doubles them on the device.
    let size = (heads * len * dim) as usize;
    let buffer = |values: Vec<f32>| {
        let bytes = DType::F32.encode(&values);
        let buffer = device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: bytes.len() as u64,
            usage: BufferUsages::STORAGE | BufferUsages::COPY_DST | BufferUsages::COPY_SRC,
            mapped_at_creation: false,
        });
        queue.write_buffer(&buffer, 0, &bytes);
        buffer
    };
    let wave: Vec<f32> = (0..size).map(|n| (n as f32 * 0.37).sin()).collect();
    let (q, k) = (buffer(wave.clone()), buffer(wave));
    let (v, o) = (buffer(vec![1.5; size]), buffer(vec![f32::NAN; size]));

    let mut encoder = device.create_command_encoder(&Default::default());
    double(&device, &mut encoder, &v);
    let tensors = Tensors::new().with(Role::Q, &q).with(Role::K, &k).with(Role::V, &v).with(Role::O, &o);
    gpu.record(&mut encoder, &plan, &tensors)?;
    queue.submit([encoder.finish()]);

    // Every output is an average of threes.
    let bytes = gpu.read(&o, 4 * size as u64)?;
    let output = DType::F32.decode(&bytes, size);
    println!("{}: o[0] = {}", gpu.caps().title(), output[0]);
    assert_eq!(output.len(), size);
    assert!(output.iter().all(|x| (x - 3.0).abs() < 1e-5));
    Ok(())
}

/// A device as some program may have opened it. Whatever features and limits it has do; these are the ones
/// that attention can use. Cooperative matrices, which are among them, want the program's consent.
fn existing_program() -> Result<(wgpu::Adapter, wgpu::Device, wgpu::Queue), Box<dyn std::error::Error>> {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let adapter =
        adapters().into_iter().find(|a| matches(&a.get_info(), &filter)).ok_or("no such adapter")?;
    let descriptor = wgpu::DeviceDescriptor {
        required_features: Gpu::features(&adapter) - wgpu::Features::EXPERIMENTAL_COOPERATIVE_MATRIX,
        required_limits: adapter.limits(),
        ..wgpu::DeviceDescriptor::default()
    };
    let (device, queue) = pollster::block_on(adapter.request_device(&descriptor))?;
    Ok((adapter, device, queue))
}

/// Records a pass that doubles every number of `buffer`.
fn double(device: &wgpu::Device, encoder: &mut wgpu::CommandEncoder, buffer: &wgpu::Buffer) {
    let module = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("double"),
        source: wgpu::ShaderSource::Wgsl(DOUBLE.into()),
    });
    let pipeline = device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
        label: Some("double"),
        layout: None,
        module: &module,
        entry_point: None,
        compilation_options: Default::default(),
        cache: None,
    });
    let group = device.create_bind_group(&wgpu::BindGroupDescriptor {
        label: None,
        layout: &pipeline.get_bind_group_layout(0),
        entries: &[wgpu::BindGroupEntry { binding: 0, resource: buffer.as_entire_binding() }],
    });
    let mut pass = encoder.begin_compute_pass(&Default::default());
    pass.set_pipeline(&pipeline);
    pass.set_bind_group(0, &group, &[]);
    // Numbers of four bytes, 64 of them a workgroup.
    pass.dispatch_workgroups((buffer.size() as u32 / 4).div_ceil(64), 1, 1);
}
