//! `CausalConvWithState`: ONNX 27.

use super::Case;
use super::run::{Call, Computed, Operator, Outputs};
use crate::error::{Error, Result};
use crate::problem::{Activation, CausalConv, Role};
use crate::record::HostTensors;

/// The entry of the table.
pub(crate) const OPERATOR: Operator = Operator { name: "CausalConvWithState", call };

const INPUTS: &[&str] = &["input", "weight", "bias", "past_state"];

fn call(case: &Case) -> Result<Call> {
    let (p, inputs) = describe(case)?;
    Ok(Call::new(p.clone(), inputs, move |done| read(&p, done)))
}

fn read(p: &CausalConv, done: &HostTensors) -> Result<Outputs> {
    let output = Computed::floats(vec![p.batch, p.channels, p.len], &done.decode(Role::O, p.dtype)?)?;
    let state = vec![p.batch, p.channels, p.taps - 1];
    let state = Computed::floats(state, &done.decode(Role::StateOut, p.dtype)?)?;
    Ok(Outputs::from([("output", output), ("present_state", state)]))
}

/// Maps a case to a problem and its tensors.
fn describe(case: &Case) -> Result<(CausalConv, HostTensors)> {
    case.check_known(INPUTS, &["activation"])?;
    let shape = |name| case.input(name).map(|tensor| &tensor.shape[..]);
    let &[batch, channels, len] = shape("input")? else {
        return Err(Error::mismatch("input: rank", 3, shape("input")?.len() as u64));
    };
    let &[_, 1, taps] = shape("weight")? else {
        return Err(case.bad(format!("weight is {:?}, not [channels, 1, taps]", shape("weight")?)));
    };
    if taps == 0 {
        return Err(case.bad("weight has no taps".into()));
    }
    case.check_shape("weight", &[channels, 1, taps])?;
    let mut p = CausalConv { state_out: true, ..CausalConv::new(batch, channels, len, taps) };
    p.dtype = case.common_dtype(INPUTS)?;
    p.activation = match case.attributes.text("activation")?.unwrap_or("none") {
        "none" => Activation::None,
        "silu" | "swish" => Activation::Silu,
        other => {
            let known = "none, silu and swish are";
            return Err(Error::unsupported(format!("activation {other}"), known));
        }
    };
    let mut inputs = HostTensors::new().floats(Role::Input, p.dtype, &case.floats("input")?).floats(
        Role::Weight,
        p.dtype,
        &case.floats("weight")?,
    );
    if case.inputs.contains_key("bias") {
        case.check_shape("bias", &[channels])?;
        p.bias = true;
        inputs = inputs.floats(Role::ChannelBias, p.dtype, &case.floats("bias")?);
    }
    if case.inputs.contains_key("past_state") {
        case.check_shape("past_state", &[batch, channels, taps - 1])?;
        p.state_in = true;
        inputs = inputs.floats(Role::StateIn, p.dtype, &case.floats("past_state")?);
    }
    Ok((p, inputs))
}
