//! What training asks of attention beside its output.

use crate::kernels::AttentionGradient;
use crate::problem::{Attention, DType, EditRows, MaskShape, RowStep};

/// The gradient by queries alone, of attention whose keys and values are constants of the loss: a student
/// that is guided by another's tokens without pulling at them (Qi et al. 2023, ReCon). With the output, as
/// [`AttentionGradient::forward`] says.
pub fn stopped_at_keys(attention: Attention) -> AttentionGradient {
    AttentionGradient {
        wanted: [true, false, false],
        grad_sinks: false,
        ..AttentionGradient::new(attention).with_forward()
    }
}

/// The gradient by every score, and the output: [`Role::Bias`](crate::Role::Bias) f32 `[batch, q_heads,
/// q_len, kv_len]` is added to the scores (zeros, or the perturbation so far), and
/// [`Role::GradBias`](crate::Role::GradBias) is of its shape. Memory for every pair is the point here.
pub fn by_scores(attention: Attention) -> AttentionGradient {
    let shape = MaskShape([attention.batch, attention.q_heads, attention.q_len, attention.kv_len]);
    let attention = Attention { bias: Some((DType::F32, shape)), ..attention };
    AttentionGradient {
        wanted: [false; 3],
        grad_sinks: false,
        grad_bias: true,
        ..AttentionGradient::new(attention).with_forward()
    }
}

/// The worst perturbation of length `epsilon` of a row's scores, `epsilon g / |g|` of their gradient `g`
/// (Kitada and Iyatomi 2021, Attention AT): rows [`Role::Input`](crate::Role::Input) to
/// [`Role::O`](crate::Role::O), both f32 `[batch, q_heads, q_len, kv_len]`. A row without a gradient has
/// none.
pub fn adversarial(attention: &Attention, epsilon: f32) -> EditRows {
    let keys = attention.kv_len;
    // Over the root of the mean square: a row's length over that of its number of keys.
    let steps = [
        RowStep::Norm { eps: f32::MIN_POSITIVE, weight: false },
        RowStep::Scale(epsilon / (keys as f32).sqrt()),
    ];
    EditRows::new(attention.batch, attention.q_heads, attention.q_len, keys, &steps)
}
