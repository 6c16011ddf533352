//! Plans for several problems: every kernel considered, and why it was taken or declined.
//! Nothing is compiled, so that a made-up device serves as well as a real one.
//!
//! `cargo run --example explain [-- ADAPTER]`

use wgpu_attention::{Alignment, Attention, DType, DeviceCaps, Gpu, Plan, Policy, Problem, Role};

fn main() -> wgpu_attention::Result<()> {
    let prefill = Attention::new(1, 32, 4096, 128).kv_heads(8).causal().dtype(DType::F16);
    let mut decode = Attention { q_len: 1, ..prefill.clone() }.contiguous();
    decode.visibility.alignment = Alignment::BottomRight;
    let gpu = Gpu::new(std::env::args().nth(1).as_deref())?;
    for caps in [gpu.caps().clone(), DeviceCaps::webgpu_minimum()] {
        println!("=== {}", caps.title());
        for (name, problem) in [("prefill", &prefill), ("decode", &decode)] {
            let plan = problem.plan(&caps, &Policy::default())?;
            println!("--- {name}\n{plan}\n");
            check(&plan, problem);
        }
    }

    // What cannot run is refused, with the reason, before any device is touched.
    let policy = Policy { kernel: Some("slow".into()), ..Policy::default() };
    let refused = prefill.plan(gpu.caps(), &policy);
    println!("a kernel that does not exist: {refused:?}");
    assert!(refused.is_err());
    Ok(())
}

/// A plan names at least one kernel that it uses, and has work that writes the output.
fn check(plan: &Plan, problem: &Attention) {
    assert!(plan.decisions.iter().any(|d| d.taken));
    assert!(!plan.recording.dispatches.is_empty());
    let o = plan.tensors.iter().find(|(role, ..)| *role == Role::O);
    let elements: u64 = problem.shape(Role::O).iter().map(|&n| u64::from(n)).product();
    assert_eq!(o.map(|(_, bytes, written)| (*bytes, *written)), Some((2 * elements, true)));
}
