const WORKGROUP: u32 = 64u;
alias OutElem = f32;
struct Params {
    grid_x: u32,
    cells: u32,
    channels: u32,
    len: u32,
    taps: u32,
    input_offset: u32,
    input_batch: u32,
    input_channel: u32,
    input_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_channel: u32,
    o_row: u32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read> weight: array<f32>;
@group(0) @binding(3) var<storage, read_write> o: array<f32>;
// The number itself.
fn activation(x: f32) -> f32 { return x; }
// One element.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
// What is not given is zero.
fn load_state_in(at: u32) -> f32 { return 0.0; }
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
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
// One element.
fn load_weight(at: u32) -> f32 { return f32(weight[at]); }
// What is not given is zero.
fn load_channel_bias(at: u32) -> f32 { return 0.0; }
// Four elements of an output row, at any alignment; nothing past `dim`.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[base + d] = OutElem(x.x); }
    if d + 1u < dim { o[base + d + 1u] = OutElem(x.y); }
    if d + 2u < dim { o[base + d + 2u] = OutElem(x.z); }
    if d + 3u < dim { o[base + d + 3u] = OutElem(x.w); }
}
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
