//! Merges, gates, copies, the rotary embedding and convolutions, each against its formula.

use super::Check;
use crate::conformance::Tolerance;
use crate::conformance::catalogue::Engine;
use crate::conformance::guard::View;
use crate::conformance::trial::{Noise, Trial, Wanted};
use crate::error::Result;
use crate::kernels::{Gate, Merge, StridedCopy};
use crate::problem::{Activation, CausalConv, DType, Layout, Role, Rotary};
use crate::record::HostTensors;
use crate::reference;

const TYPES: [DType; 3] = [DType::F32, DType::F16, DType::Bf16];
/// `[batch, heads, len]` of the operators here.
const ROWS: [u32; 3] = [2, 3, 5];
/// A view with an odd offset and gaps on every axis.
const GAPS: Layout = Layout { offset: 5, strides: [400, 120, 19] };

pub(super) fn checks() -> impl Iterator<Item = Check> {
    merges()
        .chain(gates().map(|c| c.of("operator/gate")))
        .chain(copies().map(|c| c.of("operator/copy")))
        .chain(rotations().map(|c| c.of("operator/rotary")))
        .chain(convolutions().map(|c| c.of("operator/convolution")))
}

fn narrow(values: &[f64]) -> Vec<f32> {
    values.iter().map(|&x| x as f32).collect()
}

/// Partial results of spread-out log-sum-exps; some parts and some whole rows saw no key.
fn partials(parts: usize, rows: usize, dim: usize) -> (Vec<f64>, Vec<f64>) {
    let mut noise = Noise::new(parts as u64);
    let mut o = noise.rounded(DType::F32, parts * rows * dim, 2.0);
    let mut lse = noise.rounded(DType::F32, parts * rows, 30.0);
    for at in 0..parts * rows {
        let (part, row) = (at / rows, at % rows);
        if row == 4 || (part + row) % 5 == 0 && parts > 1 {
            lse[at] = f64::NEG_INFINITY;
            // What an empty part holds must not matter.
            o[at * dim..][..dim].fill(f64::NAN);
        }
    }
    (o, lse)
}

fn merges() -> impl Iterator<Item = Check> {
    let [batch, heads, len] = ROWS;
    let layouts = [
        ("f32", DType::F32, Layout::bhnd(heads, len, 7)),
        ("f32 with gaps", DType::F32, GAPS),
        ("f16 with gaps", DType::F16, GAPS),
        ("bf16 bnhd", DType::Bf16, Layout::bnhd(heads, len, 7)),
    ];
    [1u32, 2, 17].into_iter().flat_map(move |parts| {
        layouts.map(|(name, dtype, layout)| {
            Check::trial(format!("merge/{parts} parts, {name}"), Engine::Merge, move || {
                let (o, lse) = partials(parts as usize, 30, 7);
                let (merged, total) = reference::merge(&o, &lse, parts as usize, 7);
                let p = Merge { parts, batch, heads, len, dim: 7, dtype, layout, lse: true };
                let host = HostTensors::new().floats(Role::PartialO, DType::F32, &narrow(&o));
                let trial = Trial::of(p, host.floats(Role::PartialLse, DType::F32, &narrow(&lse)));
                let view = Some(View { dtype, layout, shape: [batch, heads, len, 7] });
                let wanted = Wanted { role: Role::O, dtype, values: merged, view, allowed: None };
                Ok(trial.wanting(wanted).wants(Role::Lse, total))
            })
            .dtype(dtype)
        })
    })
}

fn gates() -> impl Iterator<Item = Check> {
    TYPES.into_iter().map(|dtype| {
        Check::trial(format!("operator/gate {dtype}"), Engine::Operator, move || {
            let (parts, rows, dim) = (3, 10, 6);
            let (o, gates) = (Noise::new(1).floats(parts * rows * dim), Noise::new(2).floats(parts * rows));
            let term = |p: usize, at: usize| {
                f64::from(gates[p * rows + at / dim]) * f64::from(o[p * rows * dim + at])
            };
            let want = (0..rows * dim).map(|at| (0..parts).map(|p| term(p, at)).sum()).collect();
            let p =
                Gate { parts: 3, batch: 1, heads: 2, len: 5, dim: 6, dtype, layout: Layout::bhnd(2, 5, 6) };
            let host = HostTensors::new().floats(Role::PartialO, DType::F32, &o);
            Ok(Trial::of(p, host.floats(Role::Gates, DType::F32, &gates)).wants_in(Role::O, dtype, want))
        })
        .dtype(dtype)
    })
}

fn copies() -> impl Iterator<Item = Check> {
    let [batch, heads, len] = ROWS;
    TYPES.into_iter().flat_map(move |dtype| {
        let forms = [
            (8, Layout::bhnd(3, 5, 8), Layout::bnhd(3, 5, 8)),
            (7, Layout::bhnd(3, 5, 7), GAPS),
            (6, GAPS, Layout { offset: 2, strides: [300, 90, 12] }),
            (1, GAPS, Layout::bhnd(3, 5, 1)),
        ];
        forms.map(|(dim, input_layout, output_layout)| {
            Check::trial(format!("operator/copy {dtype}, size {dim}"), Engine::Operator, move || {
                let shape = [batch, heads, len, dim];
                let x = Noise::new(1).rounded(dtype, (30 * dim) as usize, 3.0);
                let input = View { dtype, layout: input_layout, shape }.packed(&x);
                let copy = StridedCopy { batch, heads, len, dim, dtype, input_layout, output_layout };
                let view = Some(View { dtype, layout: output_layout, shape });
                let allowed = Some(Tolerance { rtol: 0.0, atol: 0.0 });
                let wanted = Wanted { role: Role::O, dtype, values: x, view, allowed };
                Ok(Trial::of(copy, HostTensors::new().bytes(Role::Input, input)).wanting(wanted))
            })
            .dtype(dtype)
        })
    })
}

fn rotations() -> impl Iterator<Item = Check> {
    let forms =
        [(16, 16, false, None), (16, 16, true, Some(50)), (11, 6, true, None), (13, 10, false, Some(7))];
    TYPES.into_iter().flat_map(move |dtype| {
        forms.map(|form| {
            let (dim, rotary_dim, ..) = form;
            Check::trial(
                format!("operator/rotary {dtype}, {rotary_dim} of {dim}, {form:?}"),
                Engine::Operator,
                move || rotation(dtype, form),
            )
            .dtype(dtype)
        })
    })
}

fn rotation(
    dtype: DType,
    (dim, rotary_dim, interleaved, table_rows): (u32, u32, bool, Option<u32>),
) -> Result<Trial> {
    let ([batch, heads, len], shape) = (ROWS, [ROWS[0], ROWS[1], ROWS[2], dim]);
    let input_layout = Layout { offset: 3, strides: [400, 130, 17] };
    let p = Rotary {
        batch,
        heads,
        len,
        dim,
        rotary_dim,
        interleaved,
        dtype,
        table_rows,
        input_layout,
        output_layout: GAPS,
    };
    let mut noise = Noise::new(3);
    let x = noise.rounded(dtype, (30 * dim) as usize, 3.0);
    let table = (p.rows() * u64::from(rotary_dim / 2)) as usize;
    let [cos, sin] = [(); 2].map(|()| noise.rounded(dtype, table, 1.0));
    let positions: Vec<u32> = (0..10).map(|_| noise.below(table_rows.unwrap_or(1))).collect();
    let input = View { dtype, layout: input_layout, shape }.packed(&x);
    let host = HostTensors::new().bytes(Role::Input, input);
    let host = host.floats(Role::Cos, dtype, &narrow(&cos)).floats(Role::Sin, dtype, &narrow(&sin));
    let host = if table_rows.is_some() { host.indices(Role::Positions, &positions) } else { host };
    let values = reference::rotary(&p, &x, &cos, &sin, &positions);
    let view = Some(View { dtype, layout: GAPS, shape });
    Ok(Trial::of(p, host).wanting(Wanted { role: Role::O, dtype, values, view, allowed: None }))
}

fn convolutions() -> impl Iterator<Item = Check> {
    let forms = [(9, 4, false), (1, 4, true), (2, 5, false), (33, 1, true)];
    TYPES.into_iter().flat_map(move |dtype| {
        forms.map(|(len, taps, silu)| {
            Check::trial(
                format!("operator/convolution {dtype}, {taps} taps of {len}"),
                Engine::Operator,
                move || convolution(dtype, len, taps, silu),
            )
            .dtype(dtype)
        })
    })
}

fn convolution(dtype: DType, len: u32, taps: u32, silu: bool) -> Result<Trial> {
    let plain = CausalConv::new(2, 3, len, taps);
    let mut p = CausalConv { dtype, bias: true, state_in: true, state_out: true, ..plain };
    p.activation = if silu { Activation::Silu } else { Activation::None };
    let (mut noise, mut host) = (Noise::new(5), HostTensors::new());
    let mut give = |role: Role, count: u32| {
        let values = noise.rounded(dtype, count as usize, 1.0);
        host = std::mem::take(&mut host).floats(role, dtype, &narrow(&values));
        values
    };
    let (x, w) = (give(Role::Input, 6 * len), give(Role::Weight, 3 * taps));
    let (b, s) = (give(Role::ChannelBias, 3), give(Role::StateIn, 6 * (taps - 1)));
    let (y, state) = reference::causal_conv(&p, &x, &w, &b, &s);
    let allowed = Some(Tolerance { rtol: 0.0, atol: 0.0 });
    let trial = Trial::of(p, host).wants_in(Role::O, dtype, y);
    Ok(trial.wanting(Wanted { role: Role::StateOut, dtype, values: state, view: None, allowed }))
}
