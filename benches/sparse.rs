//! Block lists against the dense causal kernel: f32, one head of 64, 8,192 tokens.
//!
//! `cargo bench --bench sparse -- [ADAPTER] [ROUNDS] [BLOCK]`. Rows of every result are checked
//! against f64 sums first; nothing is printed if one is wrong. Calls take turns.

use std::process::ExitCode;
use std::time::Instant;
use wgpu_attention::wgpu::{self, BufferUsages};
use wgpu_attention::{
    Attention, Choice, CompactBlocks, DType, Gpu, HostBlockLists, Layout, Pool, Pooling, Prepared, Problem,
    Role, ScoreOutput, ScoreStage, Scores, Select, SelectionForm, Tensors,
};

const LEN: u32 = 8192;
const DIM: u32 = 64;
/// Rounding of f32 sums over 8,192 keys of values up to 1.
const TOLERANCE: f64 = 1e-5;
const DENSITIES: [f64; 4] = [0.5, 0.25, 0.125, 0.0625];

/// A prepared problem with buffers of its own.
struct Call {
    name: String,
    prepared: Prepared,
    buffers: Vec<(Role, wgpu::Buffer)>,
    /// Blocks of keys that each block of queries sees, and their size.
    blocks: Option<(Vec<Vec<u32>>, u32)>,
}

/// Reproducible, in -1..1.
fn number(n: usize, seed: f64) -> f32 {
    ((n as f64 + seed) * 0.618_033_988_75).fract() as f32 * 2.0 - 1.0
}

fn seed(role: Role) -> f64 {
    match role {
        Role::K => 7.3,
        Role::V => 23.9,
        _ => 1.0,
    }
}

fn call(
    gpu: &Gpu,
    name: String,
    problem: &impl Problem,
    lists: Option<(HostBlockLists, Vec<Vec<u32>>)>,
) -> wgpu_attention::Result<Call> {
    let prepared = gpu.plan(problem)?;
    let mut buffers = Vec::new();
    for &(role, bytes, _) in &prepared.plan().tensors {
        let values = match (role, &lists) {
            (Role::BlockSpans, Some((l, _))) => l.spans.iter().flat_map(|n| n.to_le_bytes()).collect(),
            (Role::BlockEntries, Some((l, _))) => l.entries.iter().flat_map(|n| n.to_le_bytes()).collect(),
            _ => {
                DType::F32.encode(&(0..bytes as usize / 4).map(|n| number(n, seed(role))).collect::<Vec<_>>())
            }
        };
        let usage = BufferUsages::STORAGE | BufferUsages::COPY_DST | BufferUsages::COPY_SRC;
        let size = (values.len() as u64).max(16);
        let descriptor = wgpu::BufferDescriptor { label: None, size, usage, mapped_at_creation: false };
        let buffer = gpu.device().create_buffer(&descriptor);
        gpu.queue().write_buffer(&buffer, 0, &values);
        buffers.push((role, buffer));
    }
    let blocks = lists.map(|(l, blocks)| (blocks, l.list.block_q));
    Ok(Call { name, prepared, buffers, blocks })
}

impl Call {
    fn run(&self, gpu: &Gpu) -> wgpu_attention::Result<f64> {
        let tensors = self.buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
        let mut encoder = gpu.device().create_command_encoder(&Default::default());
        gpu.record(&mut encoder, &self.prepared, &tensors)?;
        let start = Instant::now();
        gpu.submit(encoder)?;
        gpu.wait()?;
        Ok(start.elapsed().as_secs_f64())
    }

    /// Largest difference of some rows from plain sums.
    fn error(&self, gpu: &Gpu) -> wgpu_attention::Result<f64> {
        let Some((_, o)) = self.buffers.iter().find(|(role, _)| *role == Role::O) else { return Ok(0.0) };
        let got = DType::F32.decode(&gpu.read(o, o.size())?, (LEN * DIM) as usize);
        let mut worst = 0.0f64;
        for i in (0..LEN as usize).step_by(997) {
            let row = &got[i * DIM as usize..][..DIM as usize];
            for (g, w) in row.iter().zip(self.row(i)) {
                let off = (f64::from(*g) - w).abs();
                worst = if off.is_nan() { f64::INFINITY } else { worst.max(off) };
            }
        }
        Ok(worst)
    }

    fn row(&self, i: usize) -> Vec<f64> {
        let dim = DIM as usize;
        let at = |role, j: usize, d: usize| f64::from(number(j * dim + d, seed(role)));
        let seen = |j: usize| {
            self.blocks
                .as_ref()
                .is_none_or(|(lists, size)| lists[i / *size as usize].contains(&(j as u32 / size)))
        };
        let mut sum = 0.0;
        let mut out = vec![0.0; dim];
        for j in (0..=i).filter(|&j| seen(j)) {
            let s: f64 = (0..dim).map(|d| at(Role::Q, i, d) * at(Role::K, j, d)).sum();
            let w = (s / (DIM as f64).sqrt()).exp();
            sum += w;
            out.iter_mut().enumerate().for_each(|(d, o)| *o += w * at(Role::V, j, d));
        }
        out.iter().map(|o| o / sum).collect()
    }
}

/// Every block of queries sees its own block and enough earlier ones, spread evenly.
fn lists(density: f64, block: u32) -> Vec<Vec<u32>> {
    let row = |i: u32| {
        let count = ((f64::from(i + 1) * density).round() as u32).clamp(1, i + 1);
        let mut blocks: Vec<u32> = (1..count).map(|n| (n - 1) * i / (count - 1).max(1)).collect();
        blocks.push(i);
        blocks
    };
    (0..LEN / block).map(row).collect()
}

/// Visible pairs of the lists over those of the causal triangle.
fn share(lists: &[Vec<u32>], block: u32) -> f64 {
    let (b, n) = (f64::from(block), f64::from(LEN));
    let whole: f64 = lists.iter().map(|l| (l.len() - 1) as f64 * b * b + b * (b + 1.0) / 2.0).sum();
    whole / (n * (n + 1.0) / 2.0)
}

/// The stages that choose chunks of keys for every query, as MoBA does.
fn selection(gpu: &Gpu, block: u32) -> wgpu_attention::Result<Vec<Call>> {
    let blocks = LEN / block;
    let pool = Pool {
        batch: 1,
        heads: 1,
        len: LEN,
        dim: DIM,
        block,
        pooling: Pooling::Mean,
        dtype: DType::F32,
        input_layout: Layout::bhnd(1, LEN, DIM),
    };
    let raw = Some(ScoreOutput { stage: ScoreStage::Raw, rows: None });
    let scores = Scores(Attention { scores: raw, ..Attention::new(1, 1, LEN, DIM).kv_len(blocks) });
    let select = Select { own: true, ..Select::new(1, 1, LEN, block, Choice::TopK(blocks / 8)) };
    let form = SelectionForm::Bits;
    let compact =
        CompactBlocks { batch: 1, heads: 1, rows: LEN, blocks, heads_of_list: 1, rows_of_list: 64, form };
    Ok(vec![
        call(gpu, "pool".into(), &pool, None)?,
        call(gpu, "scores".into(), &scores, None)?,
        call(gpu, "select".into(), &select, None)?,
        call(gpu, "compact".into(), &compact, None)?,
    ])
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    // Cargo passes --bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let rounds: usize = args.get(1).map_or(Ok(5), |n| n.parse())?;
    let block: u32 = args.get(2).map_or(Ok(128), |n| n.parse())?;
    let gpu = Gpu::new(args.first().map(String::as_str))?;
    let p = Attention::new(1, 1, LEN, DIM).causal();
    let mut calls = vec![call(&gpu, "dense".into(), &p, None)?];
    let mut shares = vec![1.0];
    for density in DENSITIES {
        let blocks = lists(density, block);
        shares.push(share(&blocks, block));
        let host = HostBlockLists::new(&p, block, block, 1, 1, &blocks)?;
        let sparse = Attention { blocks: Some(host.list.clone()), ..p.clone() };
        calls.push(call(&gpu, format!("blocks, {:.2} %", density * 100.0), &sparse, Some((host, blocks)))?);
    }
    let measured = calls.len();
    calls.extend(selection(&gpu, block)?);
    let mut errors = Vec::new();
    for call in &calls {
        call.run(&gpu)?;
        let error = if errors.len() < measured { call.error(&gpu)? } else { 0.0 };
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
    println!("causal, f32, 1 head of {DIM}, {LEN} tokens, blocks of {block}; {rounds} rounds, taking turns");
    let median = |n: usize| {
        let mut sorted = times[n].clone();
        sorted.sort_by(f64::total_cmp);
        (sorted[sorted.len() / 2], sorted[0])
    };
    let (dense, _) = median(0);
    for (n, call) in calls.iter().enumerate().take(measured) {
        let ((time, fastest), error) = (median(n), errors[n]);
        println!(
            "{}: median {:.1} ms, fastest {:.1} ms, {:.4} of the pairs, {:.2} times as fast as dense, {:.2} of the ideal, error {error:.1e}",
            call.name,
            time * 1e3,
            fastest * 1e3,
            shares[n],
            dense / time,
            dense / time * shares[n]
        );
    }
    let stages: Vec<f64> = (measured..calls.len()).map(|n| median(n).0).collect();
    for (n, time) in stages.iter().enumerate() {
        println!("{}: median {:.1} ms", calls[measured + n].name, time * 1e3);
    }
    println!("selection for every query: {:.3} of the dense time", stages.iter().sum::<f64>() / dense);
    Ok(ExitCode::SUCCESS)
}
