//! A mask of one's own: documents packed into one sequence, causal within a reach that changes from
//! call to call, in a few lines of WGSL. The library lists the blocks that the mask shows by itself.
//!
//! `cargo run --release --example flex -- [ADAPTER]`

use wgpu_attention::{Attention, DType, Gpu, Hook, HookInput, HookKind, HostTensors, Role};

const LEN: u32 = 2048;

/// `documents` and `reach` are declared with the hook: a buffer and a number.
const MASK: &str = "
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    return documents[q_idx] == documents[kv_idx] && kv_idx <= q_idx && q_idx - kv_idx < reach;
}";

fn main() -> wgpu_attention::Result<()> {
    let gpu = Gpu::new(std::env::args().nth(1).as_deref())?;
    let inputs = [("documents", HookInput::BufferU32(LEN)), ("reach", HookInput::U32(LEN))];
    let hook = Hook::with_inputs(HookKind::MaskMod, MASK, &inputs)?;

    let wave = |step: f32| (0..LEN * 64).map(|n| (n as f32 * step).sin()).collect::<Vec<_>>();
    // Documents of 300 tokens.
    let documents: Vec<u32> = (0..LEN).map(|n| n / 300).collect();
    let tensors = HostTensors::new()
        .floats(Role::Q, DType::F32, &wave(0.3))
        .floats(Role::K, DType::F32, &wave(0.7))
        .floats(Role::V, DType::F32, &wave(1.1))
        .indices(Role::User("documents"), &documents);

    for reach in [LEN, 100] {
        // Another number is no other shader: nothing is compiled the second time.
        let hook = hook.clone().set("reach", HookInput::U32(reach))?;
        let plan = gpu.plan(&Attention::new(1, 1, LEN, 64).hook(hook))?;
        let o = gpu.run_host(&plan, &tensors)?.decode(Role::O, DType::F32)?;
        println!("reach {reach}: o[299] begins with {:.4}, {:.4}", o[299 * 64], o[299 * 64 + 1]);
        println!("pipelines compiled so far: {}\n{}\n", gpu.pipelines_compiled(), plan.plan());
    }
    Ok(())
}
