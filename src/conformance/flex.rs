//! `FlexAttention`: the ONNX preview operator, its functions as WGSL hooks.

use super::Case;
use super::block_sparse::read;
use super::run::{Call, Operator};
use crate::error::{Error, Result};
use crate::problem::{Attention, DType, Role};
use crate::record::HostTensors;
use crate::shader::{Hook, HookKind};

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "FlexAttention", call };

const ATTRIBUTES: &[&str] = &["score_mod", "prob_mod", "mask_mod", "scale", "softmax_precision"];

fn call(case: &Case) -> Result<Call> {
    let (p, inputs) = describe(case)?;
    Ok(Call::new(p.clone(), inputs, move |done| read(&p, done)))
}

/// Maps a case to a problem and its tensors.
fn describe(case: &Case) -> Result<(Attention, HostTensors)> {
    case.check_known(&["Q", "K", "V"], ATTRIBUTES)?;
    let sizes = |name| match case.input(name)?.shape[..] {
        [b, h, n, d] => Ok([b, h, n, d]),
        ref other => Err(case.bad(format!("{name} {other:?} is not 4D"))),
    };
    let [batch, q_heads, q_len, qk_dim] = sizes("Q")?;
    let [_, kv_heads, kv_len, _] = sizes("K")?;
    let v_dim = sizes("V")?[3];
    case.check_shape("K", &[batch, kv_heads, kv_len, qk_dim])?;
    case.check_shape("V", &[batch, kv_heads, kv_len, v_dim])?;
    let dtype = case.common_dtype(&["Q", "K", "V"])?;
    let wide = case.expected.get("Y").and_then(|y| y.dtype()) == Some(DType::F32);
    let mut p = Attention {
        kv_heads,
        kv_len,
        v_dim,
        dtype,
        out_dtype: if wide { DType::F32 } else { dtype },
        scale: case.attributes.float("scale")?,
        lse: case.expected.contains_key("lse"),
        ..Attention::new(batch, q_heads, q_len, qk_dim)
    }
    .contiguous();
    for kind in [HookKind::ScoreMod, HookKind::MaskMod, HookKind::ProbMod] {
        if let Some(source) = case.attributes.text(kind.name())? {
            p = p.hook(Hook::new(kind, source)?);
        }
    }
    // ONNX's numbers of f32, f16, f64 and bf16; the softmax is in f32 for all of them.
    let precision = case.attributes.int_from("softmax_precision", 1, 1)?;
    if ![1, 10, 11, 16].contains(&precision) {
        return Err(Error::unsupported(format!("softmax_precision {precision}"), "it names no float type"));
    }
    let mut inputs = HostTensors::new();
    for (name, role) in [("Q", Role::Q), ("K", Role::K), ("V", Role::V)] {
        inputs = inputs.floats(role, dtype, &case.floats(name)?);
    }
    Ok((p, inputs))
}
