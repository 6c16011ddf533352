//! Time a token of the recurrence engine's kernels, in one run on one adapter.
//!
//! `cargo bench --bench linear -- [ADAPTER] [LENGTHS...]`; the adapter is a part of its name.

use std::time::Duration;
use wgpu_attention::{Decay, Gpu, LinearAttention, Policy, Role, Tensors, UpdateRule, wgpu};

/// Heads and their size in every row.
const HEADS: u32 = 8;
const DIM: u32 = 64;

fn main() -> Result<(), wgpu_attention::Error> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let adapter = arguments.first().map(String::as_str);
    let gpu = Gpu::new(adapter)?;
    let lengths: Vec<u32> = arguments.iter().skip(1).filter_map(|a| a.parse().ok()).collect();
    let lengths = if lengths.is_empty() { vec![1024, 4096, 16384] } else { lengths };
    println!("{}: {HEADS} heads of {DIM}, f32; ns a token, best of the runs", gpu.caps().title());
    println!("{:<28} {:>8} {:>12} {:>12} {:>8}", "rule", "tokens", "recurrent", "chunk", "ratio");
    for rule in [UpdateRule::Add, UpdateRule::Delta] {
        for decay in [Decay::None, Decay::PerToken, Decay::PerChannel] {
            for &len in &lengths {
                let p = LinearAttention::new(1, HEADS, len, DIM).rule(rule).decay(decay);
                let [slow, fast] = [time(&gpu, &p, "recurrent")?, time(&gpu, &p, "chunk")?];
                let name = format!("{rule:?}, decay {decay:?}");
                println!("{name:<28} {len:>8} {slow:>12.1} {fast:>12.1} {:>8.2}", slow / fast);
            }
        }
    }
    Ok(())
}

/// Nanoseconds a token.
fn time(gpu: &Gpu, p: &LinearAttention, kernel: &str) -> Result<f64, wgpu_attention::Error> {
    let gpu = gpu.with_policy(Policy { kernel: Some(kernel.into()), ..Policy::default() });
    let prepared = gpu.plan(p)?;
    let buffers: Vec<(Role, wgpu::Buffer)> =
        prepared.plan().tensors.iter().map(|&(role, bytes, _)| (role, filled(&gpu, role, bytes))).collect();
    let tensors = buffers.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer));
    let timing = gpu.time(&prepared, &tensors, Duration::from_secs(1))?;
    Ok(timing.min() * 1e9 / f64::from(p.len))
}

/// A buffer of small numbers; decays below 0.
fn filled(gpu: &Gpu, role: Role, bytes: u64) -> wgpu::Buffer {
    let sign = if role == Role::Decay { -0.1 } else { 0.1 };
    let values: Vec<f32> = (0..bytes / 4).map(|n| sign * ((n * 37 % 101) as f32 / 101.0)).collect();
    let buffer = gpu.device().create_buffer(&wgpu::BufferDescriptor {
        label: Some(role.name()),
        size: bytes.max(16),
        usage: wgpu::BufferUsages::STORAGE | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    });
    let data: Vec<u8> = values.iter().flat_map(|x| x.to_le_bytes()).collect();
    gpu.queue().write_buffer(&buffer, 0, &data);
    buffer
}
