//! Masks as a user's WGSL against the built-in ones: f32, one head of 64, 4,096 tokens.
//!
//! `cargo bench --bench hooks -- [ADAPTER] [ROUNDS]`. Rows of every result are checked against f64
//! sums first; nothing is printed if one is wrong. Calls take turns.

use std::process::ExitCode;
use std::time::Instant;
use wgpu_attention::wgpu;
use wgpu_attention::{Attention, DType, Gpu, Hook, HookKind, MaskBlocks, Prepared, Problem, Role, Tensors};

const LEN: u32 = 4096;
const DIM: usize = 64;
/// Rounding of f32 sums over 4,096 keys of values up to 1.
const TOLERANCE: f64 = 1e-5;

/// A prepared problem with buffers of its own, and the pairs it sees.
struct Call {
    name: &'static str,
    prepared: Prepared,
    buffers: Vec<(Role, wgpu::Buffer)>,
    sees: fn(usize, usize) -> bool,
}

/// Reproducible, in -1..1.
fn number(n: usize, role: Role) -> f64 {
    let seed = [Role::Q, Role::K, Role::V].iter().position(|r| *r == role).unwrap_or(3);
    f64::from((((n as f64 + 7.3 * seed as f64) * 0.618_033_988_75).fract() * 2.0 - 1.0) as f32)
}

impl Call {
    fn new(
        gpu: &Gpu,
        name: &'static str,
        problem: &impl Problem,
        sees: fn(usize, usize) -> bool,
    ) -> wgpu_attention::Result<Self> {
        let prepared = gpu.plan(problem)?;
        let mut buffers = Vec::new();
        for &(role, bytes, _) in &prepared.plan().tensors {
            let values: Vec<f32> = (0..bytes as usize / 4).map(|n| number(n, role) as f32).collect();
            buffers.push((role, gpu.upload(role.name(), bytes, &DType::F32.encode(&values))?));
        }
        Ok(Self { name, prepared, buffers, sees })
    }

    fn run(&self, gpu: &Gpu) -> wgpu_attention::Result<f64> {
        let tensors = self.buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
        let mut encoder = gpu.device().create_command_encoder(&Default::default());
        gpu.record(&mut encoder, &self.prepared, &tensors)?;
        let start = Instant::now();
        gpu.submit(encoder)?;
        gpu.wait()?;
        Ok(start.elapsed().as_secs_f64())
    }

    /// Largest difference of some rows from plain sums; 0 for a stage without an output.
    fn error(&self, gpu: &Gpu) -> wgpu_attention::Result<f64> {
        let Some((_, o)) = self.buffers.iter().find(|(role, _)| *role == Role::O) else { return Ok(0.0) };
        let got = DType::F32.decode(&gpu.read(o, o.size())?, LEN as usize * DIM);
        let mut worst = 0.0f64;
        for i in (0..LEN as usize).step_by(509) {
            for (g, w) in got[i * DIM..][..DIM].iter().zip(self.row(i)) {
                let off = (f64::from(*g) - w).abs();
                worst = if off.is_nan() { f64::INFINITY } else { worst.max(off) };
            }
        }
        Ok(worst)
    }

    fn row(&self, i: usize) -> Vec<f64> {
        let (mut sum, mut out) = (0.0, vec![0.0; DIM]);
        for j in (0..LEN as usize).filter(|&j| (self.sees)(i, j)) {
            let s: f64 = (0..DIM).map(|d| number(i * DIM + d, Role::Q) * number(j * DIM + d, Role::K)).sum();
            let w = (s / (DIM as f64).sqrt()).exp();
            sum += w;
            out.iter_mut().enumerate().for_each(|(d, o)| *o += w * number(j * DIM + d, Role::V));
        }
        out.iter().map(|o| o / sum).collect()
    }
}

fn masked(body: &str) -> wgpu_attention::Result<Attention> {
    let source =
        format!("fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {{ return {body}; }}");
    Ok(Attention::new(1, 1, LEN, DIM as u32).hook(Hook::new(HookKind::MaskMod, &source)?))
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    // Cargo passes --bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let rounds: usize = args.get(1).map_or(Ok(5), |n| n.parse())?;
    let gpu = Gpu::new(args.first().map(String::as_str))?;
    let plain = Attention::new(1, 1, LEN, DIM as u32);
    let (causal, documents) = (masked("kv_idx <= q_idx")?, masked("q_idx / 512u == kv_idx / 512u")?);
    let calls = [
        Call::new(&gpu, "no mask", &plain, |_, _| true)?,
        Call::new(&gpu, "causal, built in", &plain.clone().causal(), |i, j| j <= i)?,
        Call::new(&gpu, "causal, mask_mod", &causal, |i, j| j <= i)?,
        Call::new(&gpu, "eight documents, mask_mod", &documents, |i, j| i / 512 == j / 512)?,
        Call::new(&gpu, "lists of the causal mask alone", &MaskBlocks::new(causal), |_, _| true)?,
    ];
    let mut errors = Vec::new();
    for call in &calls {
        call.run(&gpu)?;
        let error = call.error(&gpu)?;
        if error > TOLERANCE {
            eprintln!("{}: error {error:.1e} exceeds {TOLERANCE:.0e}; nothing was timed", call.name);
            return Ok(ExitCode::FAILURE);
        }
        errors.push(error);
    }
    let mut times = vec![Vec::new(); calls.len()];
    for _ in 0..rounds.max(1) {
        for (call, times) in calls.iter().zip(&mut times) {
            times.push(call.run(&gpu)?);
        }
    }
    println!("{}", gpu.caps().title());
    println!("f32, 1 head of {DIM}, {LEN} tokens; {rounds} rounds, taking turns");
    let mut medians = Vec::new();
    for ((call, times), error) in calls.iter().zip(&mut times).zip(errors) {
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        println!(
            "{}: median {:.1} ms, fastest {:.1} ms, error {error:.1e}",
            call.name,
            median * 1e3,
            times[0] * 1e3
        );
        medians.push(median);
    }
    println!("causal mask_mod over built in: {:.3} (goal: at most 1.2)", medians[2] / medians[1]);
    println!("no mask over eight documents: {:.2} (goal: at least 4)", medians[0] / medians[3]);
    Ok(ExitCode::SUCCESS)
}
