//! Steps on rows: every step in several orders, alone and after a recurrence.

use super::excess;
use crate::adapters;
use wgpu_attention::conformance::Noise;
use wgpu_attention::conformance::suite::recurrence_inputs::inputs;
use wgpu_attention::reference::{RowInputs, edit_rows, linear};
use wgpu_attention::{
    Activation, DType, Decay, EditRows, Epilogue, HostTensors, Layout, LinearAttention, Role, RowStep,
};

/// Gate, branch and weights of the steps, for the reference and for the device.
fn sides(p: &Epilogue, shape: [u32; 4], host: HostTensors) -> (RowInputs, HostTensors) {
    let (mut noise, mut x, mut host) = (Noise::new(9), RowInputs::default(), host);
    for (role, layout, shape) in p.views(shape) {
        let n = layout.extent(shape).unwrap() as usize;
        let values = p.dtype.round(&noise.floats(n).iter().map(|x| 3.0 * x).collect::<Vec<f32>>());
        host = host.floats(role, p.dtype, &values);
        let values = values.into_iter().map(f64::from).collect();
        match role {
            Role::Gate => x.gate = values,
            Role::Branch => x.branch = values,
            _ => x.weight = values,
        }
    }
    (x, host)
}

fn orders() -> Vec<Vec<RowStep>> {
    let norm = |weight| RowStep::Norm { eps: 1e-5, weight };
    vec![
        vec![norm(true), RowStep::Gate(Activation::Silu), RowStep::Scale(0.25)],
        vec![RowStep::Gate(Activation::Sigmoid), norm(false), RowStep::Add],
        vec![RowStep::Mix(Activation::Sigmoid)],
        vec![RowStep::Scale(-3.0), RowStep::AddGated(Activation::None), norm(true)],
        vec![RowStep::Mix(Activation::None)],
    ]
}

#[test]
fn steps_in_every_order_type_and_layout() {
    adapters::each(|_, gpu| {
        for (n, steps) in orders().into_iter().enumerate() {
            for (m, dim) in [1, 7, 64, 130, 400].into_iter().enumerate() {
                let dtype = [DType::F32, DType::F16, DType::Bf16][(n + m) % 3];
                let mut p = EditRows { dtype, out_dtype: dtype, ..EditRows::new(2, 3, 5, dim, &steps) };
                p.epilogue.dtype = dtype;
                if n % 2 == 1 {
                    p.epilogue = p.epilogue.row_gate(Layout::bhnd(3, 5, 1));
                    p.input_layout = Layout::bnhd(3, 5, dim);
                }
                let rows = dtype.round(&Noise::new(n as u64).floats((30 * dim) as usize));
                let at = |b: u32, h: u32, i: u32| {
                    let [sb, sh, sn] = p.input_layout.strides.map(|s| s as u32);
                    (b * sb + h * sh + i * sn) as usize
                };
                let logical: Vec<f64> = (0..30)
                    .map(|r| at(r / 15, r / 5 % 3, r % 5))
                    .flat_map(|at| rows[at..][..dim as usize].iter().map(|&x| f64::from(x)))
                    .collect();
                let host = HostTensors::new().floats(Role::Input, dtype, &rows);
                let (x, host) = sides(&p.epilogue, p.shape(), host);
                let want = edit_rows(&p.epilogue, dim as usize, &logical, &x);
                let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
                let worst = excess(&got.decode(Role::O, dtype).unwrap(), &want, dtype);
                assert!(worst <= 1.0, "{}: {worst:.2} {p:?}", gpu.caps().title());
            }
        }
    });
}

#[test]
fn a_recurrence_ends_in_its_epilogue() {
    adapters::each(|_, gpu| {
        for (n, steps) in orders().into_iter().enumerate() {
            let dtype = if n % 2 == 0 { DType::F32 } else { DType::F16 };
            let base = LinearAttention::new(2, 2, 40, 16).v_dim(12).dtype(dtype).decay(Decay::PerToken);
            let p = base.clone().epilogue(Epilogue { dtype, ..Epilogue::new(&steps, 2, 40, 12) });
            let (x, host) = inputs(&p, 4, 0.5);
            let (sides, host) = sides(&p.epilogue, p.shape(Role::O), host);
            let want = edit_rows(&p.epilogue, 12, &linear(&base, &x).o, &sides);
            let got = gpu.run_host(&gpu.plan(&p).unwrap(), &host).unwrap();
            let worst = excess(&got.decode(Role::O, dtype).unwrap(), &want, dtype);
            assert!(worst <= 1.0, "{}: {worst:.2} {steps:?}", gpu.caps().title());
        }
    });
}
