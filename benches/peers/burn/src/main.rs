//! burn's `attention` on the adapter that wgpu prefers, on the calls of `wgpu-attention bench`.
//!
//! `burn-peer [--quick] [--only TEXT] [--cpu|--gpu]` prints rows as JSON. The result is read back
//! in every timed call: without that, burn has not computed it yet.

use burn::tensor::module::attention;
use burn::tensor::ops::AttentionModuleOptions;
use burn::tensor::{Device, DeviceKind, Tensor, TensorData};
use std::time::{Duration, Instant};
use wgpu_attention::bench::{Case, Checked, Figure, HeadValues, Row, Scope, Suite, check_attention, values};
use wgpu_attention::{Attention, DType, Role};

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let has = |name: &str| args.iter().any(|a| a == name);
    let only = args.iter().position(|a| a == "--only").and_then(|n| args.get(n + 1));
    let scope = match (has("--quick"), has("--gpu")) {
        (true, _) => Scope::Quick,
        (false, true) => Scope::Graphics,
        (false, false) => Scope::Processor,
    };
    let device = if has("--gpu") { DeviceKind::DefaultDevice } else { DeviceKind::Cpu };
    let device = Device::vulkan(device);
    let cases = Suite::Prefill.cases(scope);
    let rows: Vec<Row> = cases
        .iter()
        .filter(|c| only.is_none_or(|text| c.call.contains(text.as_str())))
        .filter_map(|c| Some((c, c.dense()?)))
        // What burn's kernel computes: no windows, no grouped heads, f32.
        .filter(|(_, p)| p.visibility.window_left.is_none() && p.dtype == DType::F32)
        .map(|(c, p)| measure(c, p, &device))
        .collect();
    println!("{}", serde_json::to_string_pretty(&rows).expect("rows are plain data"));
}

fn measure(case: &Case, p: &Attention, device: &Device) -> Row {
    eprintln!("{}", case.call);
    let size = (p.batch * p.q_heads * p.q_len * p.qk_dim) as usize;
    let [q, k, v] = [Role::Q, Role::K, Role::V].map(|role| values(role, size, None));
    let shape = [p.batch, p.q_heads, p.q_len, p.qk_dim].map(|n| n as usize);
    let tensor = |x: &[f32]| Tensor::<4>::from_data(TensorData::new(x.to_vec(), shape), device);
    let tensors = [tensor(&q), tensor(&k), tensor(&v)];
    let options = AttentionModuleOptions { is_causal: p.visibility.causal, ..Default::default() };
    let run = || {
        let [q, k, v] = tensors.clone();
        let start = Instant::now();
        let o = attention(q, k, v, None, None, options).into_data().try_to_vec::<f32>().unwrap_or_default();
        (start.elapsed().as_secs_f64(), o)
    };
    // The first calls compile and try burn's own candidates.
    let (_, mut o) = run();
    run();
    let (begin, mut times) = (Instant::now(), Vec::new());
    while times.len() < 3 || (begin.elapsed() < Duration::from_secs(2) && times.len() < 100) {
        let (seconds, result) = run();
        times.push(seconds);
        o = result;
    }
    times.sort_by(f64::total_cmp);
    let checked = check_attention(p, None, HeadValues { q: &q, k: &k, v: &v, o: &o }, 1 << 17, 2);
    let checked = checked.unwrap_or_else(|e| {
        eprintln!("{}: {e}", case.call);
        None
    });
    row(case, p, &times, checked)
}

fn row(case: &Case, p: &Attention, times: &[f64], checked: Option<Checked>) -> Row {
    let quantile = |q: f64| times[((times.len() - 1) as f64 * q).round() as usize];
    let cost =
        wgpu_attention::plan::Cost::attention(p, 16 * u64::from(p.batch * p.q_heads * p.q_len * p.qk_dim));
    let figure = Figure {
        seconds: quantile(0.5),
        host_seconds: quantile(0.5),
        fastest: times[0],
        spread: (quantile(0.75) - quantile(0.25)) / 2.0 / quantile(0.5),
        calls: times.len(),
        clock: "host".into(),
        flops: cost.flops,
        bytes: cost.bytes,
        ..Figure::default()
    };
    let mut row = case.row("burn 0.22".into());
    row.figure = Some(figure);
    row.error = checked.map(|c| c.error);
    row.tolerance = checked.map(|c| c.tolerance);
    row.fault = match checked {
        Some(c) if c.passes() => None,
        Some(c) => Some(format!("WRONG: off by {:.1e}, allowed {:.1e}", c.error, c.tolerance)),
        None => Some("WRONG: no result".into()),
    };
    row
}
