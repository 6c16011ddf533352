//! The public merge: of any number of parts, in any grouping, equal to the whole.

use crate::runner::upload;
use crate::tolerance::{Truth, compare};
use crate::{adapters, journal};
use wgpu_attention::conformance::Noise;
use wgpu_attention::conformance::View;
use wgpu_attention::reference;
use wgpu_attention::{DType, Gpu, Layout, Merge, Role, Tensors};

const SHAPE: [u32; 4] = [2, 3, 5, 7];
const ROWS: usize = 30;
const DIM: usize = 7;

fn merge(parts: u32, dtype: DType, layout: Layout) -> Merge {
    let [batch, heads, len, dim] = SHAPE;
    Merge { parts, batch, heads, len, dim, dtype, layout, lse: true }
}

/// Merges on the device: output and log-sum-exp.
fn run(gpu: &Gpu, m: &Merge, o: &[f64], lse: &[f64]) -> Result<(Vec<f32>, Vec<f32>), String> {
    let flat = |values: &[f64]| upload(gpu, View::flat(DType::F32, values.len() as u64).packed(values));
    let out = View { dtype: m.dtype, layout: m.layout, shape: SHAPE };
    let total = View::flat(DType::F32, ROWS as u64);
    let outputs = [upload(gpu, out.unwritten()), upload(gpu, total.unwritten())];
    let inputs = [flat(o), flat(lse)];
    let call = Tensors::new()
        .with(Role::PartialO, &inputs[0])
        .with(Role::PartialLse, &inputs[1])
        .with(Role::O, &outputs[0])
        .with(Role::Lse, &outputs[1]);
    let prepared = gpu.plan(m).map_err(|e| e.to_string())?;
    let mut encoder = gpu.device().create_command_encoder(&Default::default());
    gpu.record(&mut encoder, &prepared, &call).map_err(|e| e.to_string())?;
    gpu.submit(encoder).map_err(|e| e.to_string())?;
    let read = |n: usize| gpu.read(&outputs[n], outputs[n].size()).map_err(|e| e.to_string());
    Ok((out.checked(&read(0)?)?, total.checked(&read(1)?)?))
}

/// Partial results of spread-out log-sum-exps; some parts and some whole rows saw no key.
fn partials(parts: usize) -> (Vec<f64>, Vec<f64>) {
    let mut random = Noise::new(parts as u64);
    let mut o = random.rounded(DType::F32, parts * ROWS * DIM, 2.0);
    let mut lse = random.rounded(DType::F32, parts * ROWS, 30.0);
    for p in 0..parts {
        for r in 0..ROWS {
            if r == 4 || (p + r) % 5 == 0 && parts > 1 {
                lse[p * ROWS + r] = f64::NEG_INFINITY;
                // What an empty part holds must not matter.
                o[(p * ROWS + r) * DIM..][..DIM].fill(f64::NAN);
            }
        }
    }
    (o, lse)
}

/// The merge as plain f32.
fn twin(o: &[f64], lse: &[f64], parts: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut out, mut total) = (vec![0.0; ROWS * DIM], vec![f64::NEG_INFINITY; ROWS]);
    for r in 0..ROWS {
        let seen: Vec<usize> = (0..parts).filter(|p| lse[p * ROWS + r] > f64::NEG_INFINITY).collect();
        let top = seen.iter().map(|p| lse[p * ROWS + r] as f32).fold(f32::NEG_INFINITY, f32::max);
        let weight = |p: &usize| (lse[p * ROWS + r] as f32 - top).exp();
        let sum: f32 = seen.iter().map(weight).sum();
        if seen.is_empty() {
            continue;
        }
        total[r] = f64::from(top + sum.ln());
        for d in 0..DIM {
            let x: f32 = seen.iter().map(|p| weight(p) * o[(p * ROWS + r) * DIM + d] as f32).sum();
            out[r * DIM + d] = f64::from(x / sum);
        }
    }
    (out, total)
}

#[test]
fn any_number_of_parts_equals_the_reference() {
    let gaps = Layout { offset: 5, strides: [200, 60, 9] };
    adapters::each(|class, gpu| {
        for parts in [1, 2, 3, 17, 64] {
            let (o, lse) = partials(parts);
            let (exact, twin) = (reference::merge(&o, &lse, parts, DIM), twin(&o, &lse, parts));
            for (dtype, layout) in [
                (DType::F32, Layout::bhnd(3, 5, 7)),
                (DType::F32, gaps),
                (DType::F16, gaps),
                (DType::Bf16, Layout::bnhd(3, 5, 7)),
            ] {
                let rounded = |x: &[f64]| {
                    let x: Vec<f32> = x.iter().map(|&x| x as f32).collect();
                    dtype.round(&x).into_iter().map(f64::from).collect()
                };
                let truths = [
                    ("o", Truth { exact: exact.0.clone(), twin: rounded(&twin.0), dtype }),
                    ("lse", Truth { exact: exact.1.clone(), twin: twin.1.clone(), dtype: DType::F32 }),
                ];
                let got =
                    run(gpu, &merge(parts as u32, dtype, layout), &o, &lse).expect("runs, in its bounds");
                for ((name, truth), got) in truths.iter().zip([&got.0, &got.1]) {
                    compare(name, "merge", got, truth)
                        .unwrap_or_else(|e| panic!("{class}, {parts} parts, {dtype}: {e}"));
                }
            }
        }
    });
    journal::assert_silent("merge");
}

#[test]
fn merging_merges_equals_merging_at_once() {
    const PARTS: usize = 9;
    let (o, lse) = partials(PARTS);
    let (exact, plain) = (reference::merge(&o, &lse, PARTS, DIM), twin(&o, &lse, PARTS));
    adapters::each(|class, gpu| {
        for groups in [vec![0..2, 2..9], vec![0..1, 1..4, 4..9], (0..PARTS).map(|n| n..n + 1).collect()] {
            let (mut outer_o, mut outer_lse) = (Vec::new(), Vec::new());
            for group in &groups {
                let m = merge(group.len() as u32, DType::F32, Layout::bhnd(3, 5, 7));
                let (o, lse) = (
                    &o[group.start * ROWS * DIM..group.end * ROWS * DIM],
                    &lse[group.start * ROWS..group.end * ROWS],
                );
                let (o, lse) = run(gpu, &m, o, lse).expect("inner merge");
                outer_o.extend(o.into_iter().map(f64::from));
                outer_lse.extend(lse.into_iter().map(f64::from));
            }
            let m = merge(groups.len() as u32, DType::F32, Layout::bhnd(3, 5, 7));
            let got = run(gpu, &m, &outer_o, &outer_lse).expect("outer merge");
            for (name, got, exact, twin) in
                [("o", &got.0, &exact.0, &plain.0), ("lse", &got.1, &exact.1, &plain.1)]
            {
                let truth = Truth { exact: exact.clone(), twin: twin.clone(), dtype: DType::F32 };
                compare(name, "merge of merges", got, &truth)
                    .unwrap_or_else(|e| panic!("{class}, {groups:?}: {e}"));
            }
        }
    });
}
