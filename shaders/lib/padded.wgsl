// A channel with the tokens before it: the input of a causal convolution.

// Element `t` of the `taps - 1` past tokens followed by the input.
fn padded(b: u32, c: u32, t: u32) -> f32 {
    let past = params.taps - 1u;
    if t < past {
        return load_state_in((b * params.channels + c) * past + t);
    }
    let at = params.input_offset + b * params.input_batch + c * params.input_channel;
    return load_input(at + (t - past) * params.input_row);
}
