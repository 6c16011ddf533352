//! Time a token of the recurrence engine, beside this library's own softmax engine.
//!
//! `cargo bench --bench linear -- [ADAPTER] [LENGTHS...]`; the adapter is a part of its name. For every
//! rule and decay: the recurrent and the chunked kernel at 4,096 tokens, the plan's own choice at every
//! length, and from which length it is faster than causal softmax attention of the same sizes.

use std::time::Duration;
use wgpu_attention::{
    Attention, Decay, Gpu, LinearAttention, Policy, Problem, Role, Tensors, UpdateRule, wgpu,
};

/// Heads and their size in every row.
const HEADS: u32 = 8;
const DIM: u32 = 64;
/// Tokens at which kernels are compared.
const COMPARED: u32 = 4096;

type Result<T> = std::result::Result<T, wgpu_attention::Error>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let gpu = Gpu::new(arguments.first().map(String::as_str))?;
    let lengths: Vec<u32> = arguments.iter().skip(1).filter_map(|a| a.parse().ok()).collect();
    let lengths = if lengths.is_empty() { vec![1024, 4096, 16384, 65536] } else { lengths };
    println!("{}: {HEADS} heads of {DIM}, f32; ns a token, best of the runs", gpu.caps().title());
    let softmax = |len| Attention::new(1, HEADS, len, DIM).causal();
    let mut exact = Vec::new();
    for len in [64, 128, 256, 512, 1024, 2048] {
        exact.push((len, time(&gpu, &softmax(len), len, None)?));
        println!("softmax, causal              {:>8} {:>12.1}", len, exact[exact.len() - 1].1);
    }
    println!("{:<28} {:>8} {:>12} {:>12} {:>8}", "rule", "tokens", "recurrent", "chunk", "ratio");
    for (rule, decays) in [
        (UpdateRule::Add, &[Decay::None, Decay::PerToken, Decay::PerChannel][..]),
        (UpdateRule::Delta, &[Decay::None, Decay::PerToken, Decay::PerChannel]),
        (UpdateRule::Momentum, &[Decay::PerToken]),
        (UpdateRule::RankOne, &[Decay::PerChannel]),
    ] {
        for &decay in decays {
            let p = |len| LinearAttention::new(1, HEADS, len, DIM).rule(rule).decay(decay);
            let name = format!("{rule:?}, decay {decay:?}");
            let slow = time(&gpu, &p(COMPARED), COMPARED, Some("recurrent"))?;
            match time(&gpu, &p(COMPARED), COMPARED, Some("chunk")) {
                Ok(fast) => {
                    println!("{name:<28} {COMPARED:>8} {slow:>12.1} {fast:>12.1} {:>8.2}", slow / fast);
                }
                Err(why) => println!("{name:<28} {COMPARED:>8} {slow:>12.1}   {why}"),
            }
            for &len in &lengths {
                println!("{name:<28} {len:>8} {:>12.1} by its plan", time(&gpu, &p(len), len, None)?);
            }
            let mut from = None;
            for &(len, theirs) in &exact {
                if from.is_none() && time(&gpu, &p(len), len, None)? < theirs {
                    from = Some(len);
                }
            }
            let last = exact.last().map_or(0, |(len, _)| *len);
            match from {
                Some(len) => println!("{name:<28} faster than softmax from {len} tokens"),
                None => println!("{name:<28} not faster than softmax up to {last} tokens"),
            }
        }
    }
    Ok(())
}

/// Nanoseconds a token, by the kernel of that name or the plan's choice.
fn time(gpu: &Gpu, p: &impl Problem, len: u32, kernel: Option<&str>) -> Result<f64> {
    let gpu = gpu.with_policy(Policy { kernel: kernel.map(Into::into), ..Policy::default() });
    let prepared = gpu.plan(p)?;
    let buffers: Vec<(Role, wgpu::Buffer)> =
        prepared.plan().tensors.iter().map(|&(role, bytes, _)| (role, filled(&gpu, role, bytes))).collect();
    let tensors = buffers.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer));
    let timing = gpu.time(&prepared, &tensors, Duration::from_millis(300))?;
    Ok(timing.min() * 1e9 / f64::from(len))
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
