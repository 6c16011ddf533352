//! One length: run, time, check.

use super::model::{Inputs, Model};
use anyhow::Context;
use std::time::{Duration, Instant};
use wgpu_attention::reference::{AttentionInputs, attention};
use wgpu_attention::report::Row;
use wgpu_attention::{Alignment, Attention, DType, Gpu, Role, Tensors};

/// Time spent on repeating a call that is quicker than this.
const TIMING: Duration = Duration::from_millis(500);
/// Pairs of query and key that the reference looks at in each head; with more, rows are sampled.
const CHECKED_PAIRS: u32 = 1 << 20;
/// How many times the error of plain f32 sums over whole rows a kernel may make: it rescales
/// its sums at every tile, and a shader's `exp` is less exact than the host's.
const ERROR_RATIO: f64 = 4.0;
/// Units in the last place of the largest output that are allowed besides.
const ERROR_ULPS: f64 = 8.0;

/// Runs attention on `len` tokens of the model, times it and checks the very output timed. Also
/// the time that four times the work would take, compiling aside.
pub(crate) fn measure(
    gpu: &Gpu,
    model: &Model,
    len: u32,
    causal: bool,
    say: &dyn Fn(&str),
) -> anyhow::Result<(Row, Duration)> {
    say("compiling");
    let inputs = model.stretch(len, causal);
    let p = &inputs.problem;
    let prepared = gpu.plan(p)?;
    let upload = |role: Role, values: &[f32]| gpu.upload(role.name(), 0, &p.dtype.encode(values));
    let buffers = [
        (Role::Q, upload(Role::Q, &inputs.q)?),
        (Role::K, upload(Role::K, &inputs.k)?),
        (Role::V, upload(Role::V, &inputs.v)?),
    ];
    let values = inputs.q.len() / p.qk_dim as usize * p.v_dim as usize;
    // NaN marks whatever the kernel does not write.
    let o = gpu.upload("o", 0, &DType::F32.encode(&vec![f32::NAN; values]))?;
    let tensors = buffers.iter().fold(Tensors::new().with(Role::O, &o), |t, (role, b)| t.with(*role, b));
    say("timing");
    let timing = gpu.time(&prepared, &tensors, TIMING)?;
    let checking = Instant::now();
    let output = p.out_dtype.decode(&gpu.read(&o, 4 * values as u64)?, values);
    say("checking");
    let check = check(inputs, &output).context("nothing to check: the batch is empty")?;
    // Four calls are the least that timing takes.
    let calls = Duration::from_secs_f64(4.0 * timing.median());
    let next = TIMING + 4 * (calls + checking.elapsed());
    let row = Row {
        len,
        seconds: timing.median(),
        flops: prepared.plan().cost.flops,
        error: check.error,
        tolerance: check.tolerance,
        rows_checked: check.rows,
        rows: len,
    };
    Ok((row, next))
}

/// What a comparison with the reference found.
struct Check {
    error: f64,
    tolerance: f64,
    rows: u32,
}

/// Compares rows of `output` with the f64 reference: all, or as many as the time is worth,
/// evenly spread from the first to the last. `None` if there are none.
fn check(inputs: Inputs, output: &[f32]) -> Option<Check> {
    let (p, q) = (inputs.problem, inputs.q);
    let wide = |x: &[f32]| x.iter().copied().map(f64::from).collect::<Vec<_>>();
    let rows = p.q_len.min((CHECKED_PAIRS / p.kv_len.max(1)).max(2));
    let mut x = AttentionInputs { k: wide(&inputs.k), v: wide(&inputs.v), ..Default::default() };
    let (mut error, mut plain_error, mut largest) = (0.0_f64, 0.0_f64, None);
    for n in 0..rows {
        let i = if rows > 1 { u64::from(n) * u64::from(p.q_len - 1) / u64::from(rows - 1) } else { 0 } as u32;
        let q_row = row_of(&q, p.q_len, p.qk_dim, i);
        x.q = wide(&q_row);
        let one = one_row(&p, i);
        let want = attention(&one, &x).o;
        let got = row_of(output, p.q_len, p.v_dim, i);
        let plain = plain_f32(&one, &q_row, &inputs.k, &inputs.v);
        error = want.iter().zip(&got).fold(error, |e, (w, g)| worse(e, w - f64::from(*g)));
        plain_error = want.iter().zip(&plain).fold(plain_error, |e, (w, g)| worse(e, w - f64::from(*g)));
        largest = want.iter().map(|w| w.abs()).chain(largest).reduce(f64::max);
    }
    let ulp = 2.0 * DType::F32.epsilon() * largest?;
    Some(Check { error, tolerance: ERROR_RATIO * plain_error + ERROR_ULPS * ulp, rows })
}

/// The larger error; NaN is the largest of all.
fn worse(a: f64, difference: f64) -> f64 {
    if a.is_nan() || difference.is_nan() { f64::NAN } else { a.max(difference.abs()) }
}

/// Row `i` of every head.
fn row_of(x: &[f32], len: u32, dim: u32, i: u32) -> Vec<f32> {
    let (len, dim, i) = (len as usize, dim as usize, i as usize);
    x.chunks_exact(len * dim).flat_map(|head| &head[i * dim..][..dim]).copied().collect()
}

/// The problem of query `i` alone.
fn one_row(p: &Attention, i: u32) -> Attention {
    let mut one = Attention { q_len: 1, ..p.clone() }.contiguous();
    // Lengths stay below 2^28.
    one.visibility.alignment = Alignment::Offset(i as i32);
    one
}

/// Attention of one query a head with plain f32 sums over whole rows, nothing tiled: what the
/// precision of the inputs allows.
fn plain_f32(p: &Attention, q: &[f32], k: &[f32], v: &[f32]) -> Vec<f32> {
    let (d, dv, kv_len) = (p.qk_dim as usize, p.v_dim as usize, p.kv_len as usize);
    let keys = p.visibility.keys(0, 1, p.kv_len);
    let mut out = Vec::with_capacity(q.len() / d * dv);
    for (n, q) in q.chunks_exact(d).enumerate() {
        let (b, h) = (n / p.q_heads as usize, n % p.q_heads as usize);
        let head = (b * p.kv_heads as usize + h / p.group() as usize) * kv_len;
        let row = |j: u32| head + j as usize;
        let score = |j| q.iter().zip(&k[row(j) * d..]).map(|(x, y)| x * y).sum::<f32>() * p.effective_scale();
        let s: Vec<f32> = keys.clone().map(score).collect();
        let top = s.iter().copied().fold(f32::MIN, f32::max);
        let weights: Vec<f32> = s.iter().map(|s| (s - top).exp()).collect();
        let sum: f32 = weights.iter().sum();
        let mut o = vec![0.0_f32; dv];
        for (j, w) in keys.clone().zip(&weights) {
            o.iter_mut().zip(&v[row(j) * dv..]).for_each(|(o, v)| *o += w / sum * v);
        }
        out.append(&mut o);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(len: u32) -> Inputs {
        Model::shipped().unwrap().stretch(len, true)
    }

    fn exact(len: u32) -> Vec<f32> {
        let i = inputs(len);
        let p = &i.problem;
        let rows: Vec<_> = (0..len)
            .map(|n| plain_f32(&one_row(p, n), &row_of(&i.q, len, p.qk_dim, n), &i.k, &i.v))
            .collect();
        let dv = p.v_dim as usize;
        (0..p.q_heads as usize)
            .flat_map(|h| rows.iter().flat_map(move |r| r[h * dv..][..dv].to_vec()))
            .collect()
    }

    #[test]
    fn a_right_output_passes_and_one_wrong_number_does_not() {
        let mut o = exact(40);
        let check = |o: &[f32]| super::check(inputs(40), o).unwrap();
        let good = check(&o);
        assert!(good.error <= good.tolerance && good.rows == 40);
        o[777] += 1e-3;
        let bad = check(&o);
        assert!(bad.error > bad.tolerance);
        o[777] = f32::NAN;
        assert!(check(&o).error.is_nan());
    }
}
