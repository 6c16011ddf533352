//! One length: run, time, check.

use super::model::Model;
use anyhow::Context;
use std::time::{Duration, Instant};
use wgpu_attention::bench::{HeadValues, check_attention};
use wgpu_attention::report::Row;
use wgpu_attention::{DType, Gpu, Role, Tensors};

/// Time spent on repeating a call that is quicker than this.
const TIMING: Duration = Duration::from_millis(500);
/// Pairs of query and key that the reference looks at in each head; with more, rows are sampled.
const CHECKED_PAIRS: u32 = 1 << 20;
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
    let timing = gpu.time(&prepared, std::slice::from_ref(&tensors), TIMING)?;
    let checking = Instant::now();
    let output = p.out_dtype.decode(&gpu.read(&o, 4 * values as u64)?, values);
    say("checking");
    let values = HeadValues { q: &inputs.q, k: &inputs.k, v: &inputs.v, o: &output };
    let check = check_attention(p, None, values, CHECKED_PAIRS, u32::MAX)?
        .context("nothing to check: the batch is empty")?;
    // Four calls are the least that timing takes.
    let calls = Duration::from_secs_f64(4.0 * timing.host_median());
    let next = TIMING + 4 * (calls + checking.elapsed());
    let row = Row {
        len,
        seconds: timing.host_median(),
        flops: prepared.plan().cost.flops,
        error: check.error,
        tolerance: check.tolerance,
        rows_checked: check.rows,
        rows: len,
    };
    Ok((row, next))
}
