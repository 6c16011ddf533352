// Causal depthwise convolution with the tokens of a carried state before the input, one thread
// an output.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.cells {
        return;
    }
    let t = id % params.len;
    let c = (id / params.len) % params.channels;
    let b = id / (params.len * params.channels);
    var y = load_channel_bias(c);
    for (var n = 0u; n < params.taps; n++) {
        y += load_weight(c * params.taps + n) * padded(b, c, t + n);
    }
    let at = params.o_offset + b * params.o_batch + c * params.o_channel + t * params.o_row;
    store_o4(at, 0u, 1u, vec4<f32>(activation(y), 0.0, 0.0, 0.0));
}
