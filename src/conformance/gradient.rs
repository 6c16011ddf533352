//! Gradients that a case of softmax attention expects.

use super::Case;
use super::run::{Computed, Outputs};
use crate::error::Result;
use crate::kernels::AttentionGradient;
use crate::problem::{Attention, DType, Role};
use crate::record::HostTensors;

/// The gradient of the output, an input.
pub(super) const INPUT: &str = "grad_Y";

const OUTPUTS: [(&str, Role, Role); 3] =
    [("grad_Q", Role::Q, Role::GradQ), ("grad_K", Role::K, Role::GradK), ("grad_V", Role::V, Role::GradV)];

/// The gradient by an additive mask.
const BIAS: &str = "grad_attn_mask";

/// The gradients of `p` that the case expects, with the output in the same plan; `None` for none. `inputs`
/// gain that of the output.
pub(super) fn of(
    case: &Case,
    p: &Attention,
    inputs: HostTensors,
) -> Result<(HostTensors, Option<AttentionGradient>)> {
    let wanted = OUTPUTS.map(|(name, ..)| case.expected.contains_key(name));
    let grad_bias = case.expected.contains_key(BIAS);
    let expected = wanted.contains(&true) || grad_bias;
    if expected || case.inputs.contains_key(INPUT) {
        let [b, h, n, d] = p.shape(Role::O);
        let rank3 = case.input("Q")?.shape.len() == 3;
        case.check_shape(INPUT, &if rank3 { vec![b, n, h * d] } else { vec![b, h, n, d] })?;
    }
    if !expected {
        return Ok((inputs, None));
    }
    let values = case.floats(INPUT)?;
    // The output stays f32 on the way: gradients would see it rounded, which an oracle does not.
    let out_dtype = DType::F32;
    let dtype = |name: &str| case.expected.get(name).and_then(|tensor| tensor.dtype());
    let narrow = OUTPUTS.iter().all(|(name, ..)| dtype(name).is_none_or(|dtype| dtype == p.dtype));
    let grad_dtype = if narrow { p.dtype } else { DType::F32 };
    let attention = Attention { out_dtype, ..p.clone() };
    let gradient = AttentionGradient {
        grad_dtype,
        wanted,
        grad_sinks: false,
        grad_bias,
        ..AttentionGradient::new(attention).with_forward()
    };
    Ok((inputs.floats(Role::GradO, out_dtype, &values), Some(gradient)))
}

/// The gradients as outputs, in the shapes of their tensors; that of the mask is given.
pub(super) fn read(
    g: &AttentionGradient,
    mask: &[u32],
    rank3: bool,
    done: &HostTensors,
    outputs: &mut Outputs,
) -> Result<()> {
    for ((name, role, grad), _) in OUTPUTS.into_iter().zip(g.wanted).filter(|(_, wanted)| *wanted) {
        let [b, h, n, d] = g.attention.shape(role);
        let shape = if rank3 { vec![b, n, h * d] } else { vec![b, h, n, d] };
        let mut values = done.decode(grad, g.grad_dtype)?;
        if g.attention.past_len.is_some() && role != Role::Q {
            values = of_new(&values, g.attention.kv_len, [b, h, n, d], rank3);
        }
        outputs.insert(name, Computed::floats(shape, &values)?);
    }
    if g.grad_bias {
        // Of a mask that was padded the elements it had: see `attention::mask`.
        let all = done.decode(Role::GradBias, DType::F32)?;
        let step = all.len() / mask.iter().product::<u32>().max(1) as usize;
        let own: Vec<f32> = all.into_iter().step_by(step.max(1)).collect();
        outputs.insert(BIAS, Computed::floats(mask.to_vec(), &own)?);
    }
    Ok(())
}

/// Of gradients by past and new tokens, contiguous by heads, those by the new ones `[b, h, n, d]`, as their
/// tensor lies.
fn of_new(values: &[f32], kv_len: u32, [b, h, n, d]: [u32; 4], rank3: bool) -> Vec<f32> {
    let row = |r: u32| {
        let [head, token] = if rank3 { [r % h, r / h % n] } else { [r / n % h, r % n] };
        let at = ((r / (h * n) * h + head) * kv_len + (kv_len - n) + token) * d;
        values.get(at as usize..(at + d) as usize).unwrap_or_default()
    };
    (0..b * h * n).flat_map(row).copied().collect()
}
