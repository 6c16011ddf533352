//! Keys that compete along the sequence.

use super::linear::Views;
use super::running;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::Plan;
use crate::problem::{DType, Decay, LinearAttention, Role};
use crate::shader;

/// Adds the running sums of exponentials; the recurrence of competing keys, and its views.
pub(crate) fn plan(
    p: &LinearAttention,
    views: &Views,
    caps: &DeviceCaps,
    plan: &mut Plan,
) -> Result<(LinearAttention, Views)> {
    let keys = running::place(p, "competing keys", views.k, plan)?;
    let fades = running::place(p, "fades of competing keys", views.k, plan)?;
    let fades = crate::plan::View { role: Role::Decay, ..fades };
    // Keys come as features, in f32.
    let kernel = ("compete", &[shader::EMPTIED_LIB, shader::LOG_LIB, shader::COMPETE][..]);
    let input = (|io: &mut super::io::KeyIo<'_>| io.input(DType::F32), (|v| Some(v.k)) as fn(&Views) -> _);
    running::plan(p, views, kernel, input, &[("competing", keys), ("fades", fades)], (caps, plan))?;
    plan.take("compete", "keys are softmaxed over the tokens seen");
    let fading = LinearAttention { decay: Decay::PerChannel, ..p.clone() };
    Ok((fading, Views { k: keys, decay: Some(fades), decay_dtype: DType::F32, ..*views }))
}
