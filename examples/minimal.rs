//! The smallest program: attention on host slices.
//!
//! `cargo run --example minimal [-- ADAPTER]`

use wgpu_attention::{Attention, DType, Gpu, HostTensors, Role};

fn main() -> wgpu_attention::Result<()> {
    let (batch, heads, len, dim) = (1, 2, 4, 8);
    let gpu = Gpu::new(std::env::args().nth(1).as_deref())?;
    let plan = gpu.plan(&Attention::new(batch, heads, len, dim).causal())?;

    // All keys are equal, so the first query sees value 0 and the last the mean of all four.
    let size = (batch * heads * len * dim) as usize;
    let v: Vec<f32> = (0..size).map(|n| (n / dim as usize % len as usize) as f32).collect();
    let inputs = HostTensors::new()
        .floats(Role::Q, DType::F32, &vec![1.0; size])
        .floats(Role::K, DType::F32, &vec![1.0; size])
        .floats(Role::V, DType::F32, &v);
    let o = gpu.run_host(&plan, &inputs)?.decode(Role::O, DType::F32)?;

    println!("{}", gpu.caps().title());
    for (i, row) in o.chunks_exact(dim as usize).take(len as usize).enumerate() {
        println!("query {i}: {:.3}", row[0]);
        assert!(row.iter().all(|x| (x - i as f32 / 2.0).abs() < 1e-5), "the mean of 0..={i} is wanted");
    }
    Ok(())
}
