//! Exact causal attention over growing lengths, timed and checked.

use std::time::Duration;
use wgpu_attention::conformance::{Noise, SUMS};
use wgpu_attention::reference::{AttentionInputs, attention};
use wgpu_attention::report::{Report, Row};
use wgpu_attention::{Alignment, Attention, DType, Gpu, Result, Role, Tensors};

const HEADS: u32 = 8;
const DIM: u32 = 64;
/// Time spent on repeating a call that is quicker than this.
const TIMING: Duration = Duration::from_millis(300);
/// Rows of each head that are compared with the reference.
const ROWS: u32 = 4;

/// A report without measurements.
pub(crate) fn empty(gpu: &Gpu) -> Report {
    Report {
        device: gpu.caps().title(),
        input: "random".into(),
        problem: format!("causal, f32, {HEADS} heads of {DIM}"),
        note: None,
        rows: Vec::new(),
    }
}

/// The row of one length.
pub(crate) async fn row(gpu: &Gpu, len: u32) -> Result<Row> {
    let p = Attention::new(1, HEADS, len, DIM).causal();
    let values = (HEADS * len * DIM) as usize;
    let mut noise = Noise::new(u64::from(len));
    let [q, k, v] = [(); 3].map(|()| noise.floats(values));
    let prepared = gpu.plan_async(&p).await?;
    let upload = async |role: Role, x: &[f32]| gpu.upload_async(role.name(), 0, &DType::F32.encode(x)).await;
    // NaN marks whatever the kernel does not write.
    let buffers = [
        (Role::Q, upload(Role::Q, &q).await?),
        (Role::K, upload(Role::K, &k).await?),
        (Role::V, upload(Role::V, &v).await?),
        (Role::O, upload(Role::O, &vec![f32::NAN; values]).await?),
    ];
    let tensors = buffers.iter().fold(Tensors::new(), |t, (role, b)| t.with(*role, b));
    let timing = gpu.time_async(&prepared, &[tensors], TIMING).await?;
    let output = gpu.read_async(&buffers[3].1, 4 * values as u64).await?;
    buffers.iter().for_each(|(_, b)| b.destroy());
    let (error, largest, rows_checked) = compare(&p, [&q, &k, &v], &DType::F32.decode(&output, output.len()));
    Ok(Row {
        len,
        seconds: timing.host_median(),
        flops: prepared.plan().cost.flops,
        error,
        tolerance: SUMS * largest,
        rows_checked,
        rows: len,
    })
}

/// The largest error of some rows, the largest value there, and how many rows of each head.
fn compare(p: &Attention, [q, k, v]: [&[f32]; 3], o: &[f32]) -> (f64, f64, u32) {
    let wide = |x: &[f32]| x.iter().copied().map(f64::from).collect::<Vec<_>>();
    let (len, dim) = (p.q_len as usize, DIM as usize);
    let row_of = |x: &[f32], i: u32| -> Vec<f32> {
        x.chunks_exact(len * dim).flat_map(|head| &head[i as usize * dim..][..dim]).copied().collect()
    };
    let rows = p.q_len.min(ROWS);
    let mut x = AttentionInputs { k: wide(k), v: wide(v), ..Default::default() };
    let (mut error, mut largest) = (0f64, 0f64);
    for n in 0..rows {
        let i = n * (p.q_len - 1) / (rows - 1).max(1);
        let mut one = Attention { q_len: 1, ..p.clone() }.contiguous();
        one.visibility.alignment = Alignment::Offset(i as i32);
        x.q = wide(&row_of(q, i));
        for (want, got) in attention(&one, &x).o.iter().zip(row_of(o, i)) {
            let difference = (want - f64::from(got)).abs();
            // NaN is the largest of all.
            error = if difference.is_nan() { f64::NAN } else { error.max(difference) };
            largest = largest.max(want.abs());
            if error.is_nan() {
                return (error, largest, n + 1);
            }
        }
    }
    (error, largest, rows)
}
