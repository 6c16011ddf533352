//! A memory that learns on the device: keys and values move down the gradient until attention gives every
//! query its answer. Outputs, the program's own passes and gradients are recorded into one encoder, a hundred
//! steps at a time; the host reads an error now and then.
//!
//! `cargo run --example gradient [-- ADAPTER]`

use wgpu_attention::wgpu;
use wgpu_attention::{Attention, AttentionGradient, DType, Gpu, Layout, Result, Role, Tensors};

fn main() -> Result<()> {
    let (heads, queries, slots, dim) = (2, 24, 32, 8);
    let gpu = Gpu::new(std::env::args().nth(1).as_deref())?;
    // Keys, and values behind them in the same buffer. Gradients have the views of what they are by.
    let (keys, size) = (Layout::bhnd(heads, slots, dim), heads * slots * dim);
    let attention = Attention {
        k_layout: keys,
        v_layout: keys.at(size.into()),
        scale: Some(2.0),
        ..Attention::new(1, heads, queries, dim).kv_len(slots).with_lse()
    };
    let forward = gpu.plan(&attention)?;
    let wanted = [false, true, true];
    let backward = gpu.plan(&AttentionGradient { wanted, ..AttentionGradient::new(attention) })?;

    // Numbers from -1 to 1 without a pattern that a product would see.
    let noise = |count: u32, seed: f64| -> Result<wgpu::Buffer> {
        let number = |n| ((f64::from(n) + seed).sin() * 43_758.5).rem_euclid(2.0) as f32 - 1.0;
        buffer(&gpu, &(0..count).map(number).collect::<Vec<_>>())
    };
    let rows = heads * queries;
    let (q, answers) = (noise(rows * dim, 0.1)?, noise(rows * dim, 0.2)?);
    let (memory, by_memory) = (noise(2 * size, 0.3)?, noise(2 * size, 0.4)?);
    let (o, lse, error) = (noise(rows * dim, 0.5)?, noise(rows, 0.6)?, noise(rows * dim, 0.7)?);

    let read = Tensors::new().with(Role::Q, &q).with(Role::K, &memory).with(Role::V, &memory);
    let read = read.with(Role::O, &o).with(Role::Lse, &lse);
    let grads = read.clone().with(Role::GradO, &error);
    let grads = grads.with(Role::GradK, &by_memory).with(Role::GradV, &by_memory);
    let subtract = Pass::new(gpu.device(), "subtract", &[&error, &o, &answers]);
    let descend = Pass::new(gpu.device(), "descend", &[&memory, &by_memory]);

    println!("{}", gpu.caps().title());
    let mut losses = Vec::new();
    for steps in [1, 100, 100, 100, 100] {
        let mut encoder = gpu.device().create_command_encoder(&Default::default());
        for _ in 0..steps {
            gpu.record(&mut encoder, &forward, &read)?;
            subtract.record(&mut encoder);
            gpu.record(&mut encoder, &backward, &grads)?;
            descend.record(&mut encoder);
        }
        gpu.submit(encoder)?;
        let count = (rows * dim) as usize;
        let error = DType::F32.decode(&gpu.read(&error, 4 * count as u64)?, count);
        losses.push(error.iter().map(|e| e * e).sum::<f32>() / count as f32);
        println!("{steps:>3} steps: mean squared error {:.4}", losses[losses.len() - 1]);
    }
    assert!(losses[4] < losses[0] / 10.0, "the memory learned too little");
    Ok(())
}

/// A buffer of these numbers.
fn buffer(gpu: &Gpu, values: &[f32]) -> Result<wgpu::Buffer> {
    let bytes = DType::F32.encode(values);
    gpu.upload("numbers", bytes.len() as u64, &bytes)
}

/// A pass of the program's own, over all numbers of its first buffer.
struct Pass {
    pipeline: wgpu::ComputePipeline,
    group: wgpu::BindGroup,
    workgroups: u32,
}

impl Pass {
    fn new(device: &wgpu::Device, entry: &str, buffers: &[&wgpu::Buffer]) -> Self {
        let module = device.create_shader_module(wgpu::include_wgsl!("learn.wgsl"));
        let pipeline = device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
            label: Some(entry),
            layout: None,
            module: &module,
            entry_point: Some(entry),
            compilation_options: Default::default(),
            cache: None,
        });
        let entries: Vec<_> = (0..)
            .zip(buffers)
            .map(|(binding, buffer)| wgpu::BindGroupEntry { binding, resource: buffer.as_entire_binding() })
            .collect();
        let group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(entry),
            layout: &pipeline.get_bind_group_layout(0),
            entries: &entries,
        });
        let workgroups = (buffers[0].size() / 4).div_ceil(64) as u32;
        Self { pipeline, group, workgroups }
    }

    fn record(&self, encoder: &mut wgpu::CommandEncoder) {
        let mut pass = encoder.begin_compute_pass(&Default::default());
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.group, &[]);
        pass.dispatch_workgroups(self.workgroups, 1, 1);
    }
}
