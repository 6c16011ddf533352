//! A memory that learns: keys and values move down the gradient until attention gives every query its answer.
//!
//! `cargo run --example gradient [-- ADAPTER]`

use wgpu_attention::{Attention, AttentionGradient, DType, Gpu, HostTensors, Role};

fn main() -> wgpu_attention::Result<()> {
    let (heads, queries, slots, dim) = (2, 24, 32, 8);
    let gpu = Gpu::new(std::env::args().nth(1).as_deref())?;
    let attention = Attention { scale: Some(2.0), ..Attention::new(1, heads, queries, dim).kv_len(slots) };
    // The output and its gradients in one plan; a program that keeps the output of an earlier call leaves out
    // `with_forward`.
    let plan = gpu.plan(&AttentionGradient::new(attention.clone()).with_forward())?;
    let forward = gpu.plan(&attention)?;

    // Numbers from -1 to 1 without a pattern that a product would see.
    let noise = |count: u32, seed: f64| -> Vec<f32> {
        (0..count).map(|n| ((f64::from(n) + seed).sin() * 43_758.5).rem_euclid(2.0) as f32 - 1.0).collect()
    };
    let (q, answers) = (noise(heads * queries * dim, 0.1), noise(heads * queries * dim, 0.2));
    let (mut k, mut v) = (noise(heads * slots * dim, 0.3), noise(heads * slots * dim, 0.4));

    println!("{}", gpu.caps().title());
    let mut losses = Vec::new();
    for step in 0..400 {
        let inputs = HostTensors::new()
            .floats(Role::Q, DType::F32, &q)
            .floats(Role::K, DType::F32, &k)
            .floats(Role::V, DType::F32, &v);
        let o = gpu.run_host(&forward, &inputs)?.decode(Role::O, DType::F32)?;
        // Half the squared error: its gradient by the output is the error.
        let error: Vec<f32> = o.iter().zip(&answers).map(|(o, t)| o - t).collect();
        losses.push(error.iter().map(|e| e * e).sum::<f32>() / error.len() as f32);
        let done = gpu.run_host(&plan, &inputs.floats(Role::GradO, DType::F32, &error))?;
        for (x, role) in [(&mut k, Role::GradK), (&mut v, Role::GradV)] {
            let gradient = done.decode(role, DType::F32)?;
            x.iter_mut().zip(gradient).for_each(|(x, g)| *x -= 0.1 * g);
        }
        if step % 100 == 0 {
            println!("step {step:>3}: mean squared error {:.4}", losses[step]);
        }
    }
    let (first, last) = (losses[0], losses[losses.len() - 1]);
    println!("from {first:.4} to {last:.4}");
    assert!(last < first / 10.0, "the memory learned too little");
    Ok(())
}
