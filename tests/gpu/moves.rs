//! Copies and the rotary embedding, in every type, view and form.

use crate::runner::upload;
use crate::tolerance::{Truth, compare};
use crate::{adapters, journal};
use wgpu_attention::conformance::Noise;
use wgpu_attention::conformance::View;
use wgpu_attention::reference;
use wgpu_attention::{DType, Gpu, Layout, Problem, Role, Rotary, StridedCopy, Tensors};

const TYPES: [DType; 3] = [DType::F32, DType::F16, DType::Bf16];

/// Runs a problem with one output on float and index inputs.
fn run(
    gpu: &Gpu,
    problem: &impl Problem,
    inputs: &[(Role, Vec<u8>)],
    out: &View,
) -> Result<Vec<f32>, String> {
    let prepared = gpu.plan(problem).map_err(|e| e.to_string())?;
    let uploaded: Vec<_> = inputs.iter().map(|(role, data)| (*role, upload(gpu, data.clone()))).collect();
    let output = upload(gpu, out.unwritten());
    let call =
        uploaded.iter().fold(Tensors::new().with(Role::O, &output), |call, (role, b)| call.with(*role, b));
    let mut encoder = gpu.device().create_command_encoder(&Default::default());
    gpu.record(&mut encoder, &prepared, &call).map_err(|e| e.to_string())?;
    gpu.submit(encoder).map_err(|e| e.to_string())?;
    out.checked(&gpu.read(&output, output.size()).map_err(|e| e.to_string())?)
}

#[test]
fn copies_are_exact_and_leave_gaps_alone() {
    let gaps = Layout { offset: 7, strides: [300, 90, 11] };
    adapters::each(|class, gpu| {
        for dtype in TYPES {
            for (dim, input_layout, output_layout) in [
                (8, Layout::bhnd(3, 5, 8), Layout::bnhd(3, 5, 8)),
                (7, Layout::bnhd(3, 5, 7), gaps),
                (6, gaps, Layout { offset: 2, strides: [300, 90, 12] }),
                (1, gaps, Layout::bhnd(3, 5, 1)),
            ] {
                let shape = [2, 3, 5, dim];
                let copy =
                    StridedCopy { batch: 2, heads: 3, len: 5, dim, dtype, input_layout, output_layout };
                let x = Noise::new(1).rounded(dtype, (30 * dim) as usize, 3.0);
                let input = View { dtype, layout: input_layout, shape };
                let out = View { dtype, layout: output_layout, shape };
                let got = run(gpu, &copy, &[(Role::Input, input.packed(&x))], &out)
                    .unwrap_or_else(|e| panic!("{class}, {dtype}, {dim}: {e}"));
                let same = got.iter().map(|&x| f64::from(x)).eq(x.iter().copied());
                assert!(same, "{class}, {dtype}, size {dim}: a copy differs");
            }
        }
    });
    journal::assert_silent("copies");
}

/// Rotation in f32, rounded to the type.
fn rotary_twin(p: &Rotary, x: &[f64], cos: &[f64], sin: &[f64], positions: &[u32]) -> Vec<f64> {
    let (dim, half) = (p.dim as usize, p.rotary_dim as usize / 2);
    let mut out: Vec<f32> = x.iter().map(|&x| x as f32).collect();
    for (row, x) in out.chunks_exact_mut(dim).enumerate() {
        let token = row / (p.heads * p.len) as usize * p.len as usize + row % p.len as usize;
        let at = p.table_rows.map_or(token, |_| positions[token] as usize) * half;
        for f in 0..half {
            let (a, b) = if p.interleaved { (2 * f, 2 * f + 1) } else { (f, f + half) };
            let (c, s) = (cos[at + f] as f32, sin[at + f] as f32);
            (x[a], x[b]) = (x[a] * c - x[b] * s, x[b] * c + x[a] * s);
        }
    }
    p.dtype.round(&out).into_iter().map(f64::from).collect()
}

#[test]
fn rotary_embeddings_equal_the_reference() {
    adapters::each(|class, gpu| {
        for dtype in TYPES {
            for (dim, rotary_dim, interleaved, table_rows) in [
                (16, 16, false, None),
                (16, 16, true, Some(50)),
                (11, 6, true, None),
                (13, 10, false, Some(7)),
                (8, 0, false, None),
            ] {
                let layout = Layout { offset: 3, strides: [400, 130, 17] };
                let output_layout = Layout { offset: 5, strides: [400, 120, 19] };
                let p = Rotary {
                    batch: 2,
                    heads: 3,
                    len: 5,
                    dim,
                    rotary_dim,
                    interleaved,
                    dtype,
                    table_rows,
                    input_layout: layout,
                    output_layout,
                };
                let (mut random, shape) = (Noise::new(3), [2, 3, 5, dim]);
                let x = random.rounded(dtype, (30 * dim) as usize, 3.0);
                let table = p.rows() * u64::from(rotary_dim / 2);
                let [cos, sin] = [(); 2].map(|()| random.rounded(dtype, table as usize, 1.0));
                let positions: Vec<u32> = (0..10).map(|_| random.below(table_rows.unwrap_or(1))).collect();
                let flat = |values: &[f64]| View::flat(dtype, table).packed(values);
                let mut inputs = vec![
                    (Role::Input, View { dtype, layout, shape }.packed(&x)),
                    (Role::Cos, flat(&cos)),
                    (Role::Sin, flat(&sin)),
                ];
                if table_rows.is_some() {
                    inputs.push((Role::Positions, positions.iter().flat_map(|n| n.to_le_bytes()).collect()));
                }
                let out = View { dtype, layout: output_layout, shape };
                let got =
                    run(gpu, &p, &inputs, &out).unwrap_or_else(|e| panic!("{class}, {dtype}, {p:?}: {e}"));
                let exact = reference::rotary(&p, &x, &cos, &sin, &positions);
                let twin = rotary_twin(&p, &x, &cos, &sin, &positions);
                compare("o", "rotary", &got, &Truth { exact, twin, dtype })
                    .unwrap_or_else(|e| panic!("{class}, {dtype}, {p:?}: {e}"));
            }
        }
    });
    journal::assert_silent("rotary");
}
