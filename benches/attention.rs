//! The tiled kernels against `naive`: causal, f32, 8 heads, 1,024 tokens, head size 64.
//!
//! `cargo bench --bench attention -- [ADAPTER] [ROUNDS]`. All results are checked against the
//! f64 reference first; nothing is printed if one is wrong. Calls take turns, so that a busy
//! machine slows all.

use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::reference::{AttentionInputs, attention};
use wgpu_attention::wgpu::{self, BufferUsages};
use wgpu_attention::{Attention, DType, Gpu, Policy, Prepared, Role, Tensors};

const HEADS: u32 = 8;
const LEN: u32 = 1024;
const DIM: u32 = 64;
/// Rounding of f32 sums over 1,024 keys of values up to 1; all kernels stay far below.
const TOLERANCE: f64 = 1e-5;

struct Case {
    gpu: Gpu,
    buffers: [(Role, wgpu::Buffer); 4],
}

impl Case {
    fn run(&self, kernel: &Prepared) -> wgpu_attention::Result<Duration> {
        let tensors = self.buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
        let mut encoder = self.gpu.device().create_command_encoder(&Default::default());
        self.gpu.record(&mut encoder, kernel, &tensors)?;
        let start = Instant::now();
        self.gpu.submit(encoder)?;
        self.gpu.wait()?;
        Ok(start.elapsed())
    }

    /// Largest difference from the reference.
    fn error(&self, kernel: &Prepared, want: &[f64]) -> wgpu_attention::Result<f64> {
        let o = &self.buffers[3].1;
        self.gpu.queue().write_buffer(o, 0, &DType::F32.encode(&vec![f32::NAN; want.len()]));
        self.run(kernel)?;
        let got = DType::F32.decode(&self.gpu.read(o, o.size())?, want.len());
        let worse = |e: f64, d: f64| if d.is_nan() { f64::INFINITY } else { e.max(d.abs()) };
        Ok(want.iter().zip(got).fold(0.0, |e, (w, g)| worse(e, w - f64::from(g))))
    }
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    // Cargo passes --bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let rounds: usize = args.get(1).map_or(Ok(11), |n| n.parse())?;
    let gpu = Gpu::new(args.first().map(String::as_str))?;
    let problem = Attention::new(1, HEADS, LEN, DIM).causal();
    let size = (HEADS * LEN * DIM) as usize;
    // A reproducible sequence in -1..1 with no short period.
    let numbers =
        |seed: f64| (0..size).map(move |n| ((n as f64 + seed) * 0.618_033_988_75).fract() as f32 * 2.0 - 1.0);
    let [q, k, v] = [1.0, 7.3, 23.9].map(|seed| numbers(seed).collect::<Vec<_>>());
    let wide = |x: &[f32]| x.iter().copied().map(f64::from).collect();
    let inputs = AttentionInputs { q: wide(&q), k: wide(&k), v: wide(&v), ..Default::default() };
    let want = attention(&problem, &inputs).o;

    let upload = |values: &[f32]| {
        let buffer = gpu.device().create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: 4 * size as u64,
            usage: BufferUsages::STORAGE | BufferUsages::COPY_DST | BufferUsages::COPY_SRC,
            mapped_at_creation: false,
        });
        gpu.queue().write_buffer(&buffer, 0, &DType::F32.encode(values));
        buffer
    };
    let buffers = [
        (Role::Q, upload(&q)),
        (Role::K, upload(&k)),
        (Role::V, upload(&v)),
        (Role::O, upload(&vec![0.0; size])),
    ];
    let case = Case { gpu: gpu.clone(), buffers };
    let kernel = |name: &str| {
        let policy = Policy { kernel: Some(name.into()), ..Policy::default() };
        gpu.with_policy(policy).plan(&problem)
    };
    let mut kernels = vec![("naive", kernel("naive")?), ("flash", kernel("flash")?)];
    match kernel("flash_rows") {
        Ok(rows) => kernels.push(("flash_rows", rows)),
        Err(why) => println!("not measured: {why}"),
    }
    let mut errors = Vec::new();
    for (name, kernel) in &kernels {
        let error = case.error(kernel, &want)?;
        if error > TOLERANCE {
            eprintln!("{name}: error {error:.1e} exceeds {TOLERANCE:.0e}; nothing was timed");
            return Ok(ExitCode::FAILURE);
        }
        errors.push(error);
    }
    let mut times = vec![Vec::new(); kernels.len()];
    for _ in 0..rounds.max(1) {
        for ((_, kernel), times) in kernels.iter().zip(&mut times) {
            times.push(case.run(kernel)?.as_secs_f64());
        }
    }
    println!("{}", gpu.caps().title());
    println!(
        "causal, f32, batch 1, {HEADS} heads, {LEN} tokens, head size {DIM}; {rounds} rounds, taking turns"
    );
    let mut medians = Vec::new();
    for (((name, kernel), times), error) in kernels.iter().zip(&mut times).zip(errors) {
        times.sort_by(f64::total_cmp);
        let (median, fastest) = (times[times.len() / 2], times[0]);
        let gflops = kernel.plan().cost.flops as f64 / median / 1e9;
        println!(
            "{name}: median {:.2} ms, fastest {:.2} ms, {gflops:.2} GFLOP/s, error {error:.1e}",
            median * 1e3,
            fastest * 1e3
        );
        medians.push(median);
    }
    for ((name, _), median) in kernels.iter().zip(&medians).skip(1) {
        println!("{name} is {:.2} times as fast as naive", medians[0] / median);
    }
    let default = gpu.explain(&problem)?.decisions.into_iter().filter(|d| d.taken);
    println!("taken by default: {}", default.map(|d| d.kernel).collect::<Vec<_>>().join(", "));
    Ok(ExitCode::SUCCESS)
}
