//! What the choice of blocks costs beside dense attention, and a window over the length: f32, one
//! head of 64, causal.
//!
//! `cargo bench --bench selection -- [ADAPTER] [SECONDS]`. A choice of every block must give what dense
//! attention does, and the last row of a window what f64 sums do, or nothing is printed. A choice is
//! timed as the call without its last pass.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;
use wgpu_attention::systems::{Moba, PooledGate, SeerAttention, SeerGate};
use wgpu_attention::wgpu;
use wgpu_attention::{Attention, Choice, DType, Gpu, Plan, Pooling, Prepared, Problem, Role, Tensors};

const LEN: u32 = 8192;
const DIM: usize = 64;
const BLOCK: u32 = 128;
/// Keys of the window.
const WINDOW: u32 = 512;
/// Rounding of f32 sums over 8,192 keys of values up to 1, in two orders.
const TOLERANCE: f64 = 2e-5;

/// Reproducible, in -1..1.
fn number(n: usize, role: Role) -> f32 {
    let seed = [Role::Q, Role::K, Role::V].iter().position(|r| *r == role).unwrap_or(3);
    ((((n as f64 + 7.3 * seed as f64) * 0.618_033_988_75).fract()) * 2.0 - 1.0) as f32
}

/// A prepared plan with buffers of its own.
struct Call {
    prepared: Prepared,
    buffers: Vec<(Role, wgpu::Buffer)>,
}

impl Call {
    fn new(gpu: &Gpu, plan: Plan) -> wgpu_attention::Result<Self> {
        let prepared = gpu.prepare(plan)?;
        let mut buffers = Vec::new();
        for &(role, bytes, _) in &prepared.plan().tensors {
            let values: Vec<f32> = (0..bytes as usize / 4).map(|n| number(n, role)).collect();
            buffers.push((role, gpu.upload(role.name(), bytes, &DType::F32.encode(&values))?));
        }
        Ok(Self { prepared, buffers })
    }

    /// Median of a call, in seconds.
    fn time(&self, gpu: &Gpu, budget: Duration) -> wgpu_attention::Result<f64> {
        let tensors = self.buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
        Ok(gpu.time(&self.prepared, &[tensors], budget)?.median())
    }

    fn output(&self, gpu: &Gpu) -> wgpu_attention::Result<Vec<f32>> {
        let Some((_, o)) = self.buffers.iter().find(|(role, _)| *role == Role::O) else {
            return Ok(Vec::new());
        };
        Ok(DType::F32.decode(&gpu.read(o, o.size())?, o.size() as usize / 4))
    }
}

/// The work before attention itself.
fn choice_alone(mut plan: Plan) -> Plan {
    let dispatches = &mut plan.recording.dispatches;
    while dispatches.last().is_some_and(|d| d.key.kernel.starts_with("flash")) {
        dispatches.pop();
    }
    plan
}

fn moba(top_k: u32) -> Moba {
    let attention = Attention::new(1, 1, LEN, DIM as u32);
    Moba { attention, chunk_size: BLOCK, top_k, selection: false }
}

fn gate(blocks: u32) -> PooledGate {
    PooledGate {
        attention: Attention::new(1, 1, LEN, DIM as u32).causal(),
        block_size: BLOCK,
        q_pooling: Pooling::Mean,
        k_pooling: Pooling::Mean,
        choice: Choice::TopK(blocks),
        budget: (1, blocks),
        selection: false,
    }
}

/// The learned gate, of features as many as a head's.
fn seer(blocks: u32) -> SeerAttention {
    let attention = Attention::new(1, 1, LEN, DIM as u32).causal();
    let gate = SeerGate { attention, block_size: BLOCK, gate_dim: DIM as u32 };
    SeerAttention { gate, choice: Choice::TopK(blocks) }
}

fn off(got: &[f32], want: &[f32]) -> f64 {
    if got.len() != want.len() || got.is_empty() {
        return f64::INFINITY;
    }
    let each = got.iter().zip(want).map(|(g, w)| f64::from((g - w).abs()));
    each.fold(0.0, |m, x| if x.is_nan() { f64::INFINITY } else { m.max(x) })
}

/// The last row of the window, by f64 sums.
fn last_row(len: usize) -> Vec<f32> {
    let (i, scale) = (len - 1, 1.0 / (DIM as f64).sqrt());
    let (mut sum, mut out) = (0.0, vec![0.0; DIM]);
    for j in len - WINDOW as usize..len {
        let at = |n: usize, d: usize, role| f64::from(number(n * DIM + d, role));
        let w = ((0..DIM).map(|d| at(i, d, Role::Q) * at(j, d, Role::K)).sum::<f64>() * scale).exp();
        sum += w;
        out.iter_mut().enumerate().for_each(|(d, o)| *o += w * at(j, d, Role::V));
    }
    out.iter().map(|o| (o / sum) as f32).collect()
}

/// A system with few blocks and with all of them.
type Named = (&'static str, Box<dyn Problem>, Box<dyn Problem>);

fn choices(gpu: &Gpu, budget: Duration) -> Result<(), Box<dyn Error>> {
    let dense = Call::new(gpu, gpu.explain(&Attention::new(1, 1, LEN, DIM as u32).causal())?)?;
    let dense_time = dense.time(gpu, budget)?;
    let want = dense.output(gpu)?;
    let all = LEN / BLOCK;
    println!("dense causal, {LEN} tokens: {:.1} ms", dense_time * 1e3);
    let systems: [Named; 3] = [
        ("MoBA", Box::new(moba(8)), Box::new(moba(all))),
        ("SeerAttention", Box::new(seer(8)), Box::new(seer(all))),
        ("a pooled gate", Box::new(gate(8)), Box::new(gate(all))),
    ];
    for (name, problem, whole) in systems {
        let check = Call::new(gpu, gpu.explain(&*whole)?)?;
        check.time(gpu, Duration::ZERO)?;
        let error = off(&check.output(gpu)?, &want);
        if error > TOLERANCE {
            return Err(format!("{name} of every block is off by {error:.1e}").into());
        }
        let plan = gpu.explain(&*problem)?;
        let choice = Call::new(gpu, choice_alone(plan.clone()))?.time(gpu, budget)?;
        let call = Call::new(gpu, plan)?.time(gpu, budget)?;
        println!(
            "{name}, 8 of {all} blocks: {:.1} ms, of which the choice {:.1} ms: {:.3} of dense (goal: under 0.1)",
            call * 1e3,
            choice * 1e3,
            choice / dense_time
        );
    }
    Ok(())
}

fn window(gpu: &Gpu, budget: Duration) -> Result<(), Box<dyn Error>> {
    let mut first = None;
    for len in [4096u32, 8192, 16384, 32768] {
        let mut p = Attention::new(1, 1, len, DIM as u32).causal();
        p.visibility.window_left = Some(WINDOW - 1);
        let call = Call::new(gpu, gpu.explain(&p)?)?;
        let time = call.time(gpu, budget)?;
        let o = call.output(gpu)?;
        let error = off(&o[o.len() - DIM..], &last_row(len as usize));
        if error > TOLERANCE {
            return Err(format!("the window at {len} tokens is off by {error:.1e}").into());
        }
        let each = time / f64::from(len);
        let ratio = each / *first.get_or_insert(each);
        println!("window {WINDOW}, {len} tokens: {:.1} ms, {ratio:.2} a token of the first", time * 1e3);
    }
    Ok(())
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // Cargo passes --bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let seconds: f64 = args.get(1).map_or(Ok(1.0), |n| n.parse())?;
    let gpu = Gpu::new(args.first().map(String::as_str))?;
    println!("{}", gpu.caps().title());
    let budget = Duration::from_secs_f64(seconds);
    choices(&gpu, budget)?;
    window(&gpu, budget)?;
    Ok(ExitCode::SUCCESS)
}
