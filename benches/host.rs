//! What a call costs on the host: planning, shader assembly, recording.
//!
//! `cargo bench --bench host`

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use wgpu_attention::shader::{Target, assemble};
use wgpu_attention::wgpu::{self, BufferUsages};
use wgpu_attention::{Attention, DeviceCaps, Gpu, Policy, Problem, Tensors};

fn problem() -> Attention {
    Attention::new(1, 32, 4096, 128).kv_heads(8).causal()
}

fn planning(c: &mut Criterion) {
    let (problem, caps, policy) = (problem(), DeviceCaps::webgpu_minimum(), Policy::default());
    let plan = match problem.plan(&caps, &policy) {
        Ok(plan) => plan,
        Err(error) => return eprintln!("planning, assembly: FAILED: {error}"),
    };
    c.bench_function("plan", |b| b.iter(|| problem.plan(black_box(&caps), &policy)));
    let key = &plan.recording.dispatches[0].key;
    c.bench_function("assemble", |b| b.iter(|| assemble(black_box(key), Target::Native)));
}

fn recording(c: &mut Criterion) {
    let gpu = match Gpu::new(None) {
        Ok(gpu) => gpu,
        Err(error) => return eprintln!("record: skipped (1 of 3 benchmarks): {error}"),
    };
    eprintln!("record: on {}", gpu.caps().title());
    let small = Attention::new(1, 4, 64, 64);
    let prepared = match gpu.plan(&small) {
        Ok(prepared) => prepared,
        Err(error) => return eprintln!("record: FAILED: {error}"),
    };
    let buffers: Vec<_> = prepared
        .plan()
        .tensors
        .iter()
        .map(|&(role, size, _)| {
            let usage = BufferUsages::STORAGE;
            let descriptor = wgpu::BufferDescriptor { label: None, size, usage, mapped_at_creation: false };
            (role, gpu.device().create_buffer(&descriptor))
        })
        .collect();
    let tensors = buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
    c.bench_function("record", |b| {
        b.iter(|| {
            let mut encoder = gpu.device().create_command_encoder(&Default::default());
            gpu.record(&mut encoder, &prepared, black_box(&tensors)).map(|()| encoder.finish())
        });
    });
}

criterion_group!(benches, planning, recording);
criterion_main!(benches);
