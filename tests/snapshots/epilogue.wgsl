const WORKGROUP: u32 = 64u;
const LANES: u32 = 16u;
const DIM: u32 = 64u;
const NORM: bool = true;
alias OutElem = f32;
struct Params {
    grid_x: u32,
    rows: u32,
    len: u32,
    batch_base: u32,
    head_base: u32,
    head_count: u32,
    second: u32,
    input_offset: u32,
    input_batch: u32,
    input_head: u32,
    input_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    gate_offset: u32,
    gate_batch: u32,
    gate_head: u32,
    gate_row: u32,
    gate_channel: u32,
    branch_offset: u32,
    branch_batch: u32,
    branch_head: u32,
    branch_row: u32,
    weight_offset: u32,
    weight_batch: u32,
    weight_head: u32,
    weight_row: u32,
    factor: f32,
    shift: f32,
    eps: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> gate: array<f32>;
@group(0) @binding(4) var<storage, read> norm_weight: array<f32>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    s = step_norm(s, b, h, i, j);
    s = step_gate(s, b, h, i, j);
    return s;
}
// One element.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
// An element of a row.
fn row_input(at: u32) -> f32 { return load_input(at); }
// One element.
fn load_gate(at: u32) -> f32 { return f32(gate[at]); }
// x / (1 + exp(-x)), also called swish.
fn activation(x: f32) -> f32 { return x / (1.0 + exp(-x)); }
// The gate of a channel, after its activation; a channel step of 0 gives the row's.
fn row_gate(b: u32, h: u32, i: u32, d: u32) -> f32 {
    let row = params.gate_offset + b * params.gate_batch + h * params.gate_head + i * params.gate_row;
    return activation(load_gate(row + d * params.gate_channel));
}
// One element.
fn load_norm_weight(at: u32) -> f32 { return f32(norm_weight[at]); }
// The norm's weight of a channel.
fn norm_factor(b: u32, h: u32, i: u32, d: u32) -> f32 {
    return load_norm_weight(params.weight_offset + b * params.weight_batch + h * params.weight_head + i * params.weight_row + d);
}
// Root mean square norm of the row; its square sum is found by a walk before.
fn step_norm(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 {
    measured = x;
    return x * inverse_rms * norm_factor(b, h, i, d);
}
// Multiplies by the gate.
fn step_gate(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 { return x * row_gate(b, h, i, d); }
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// Steps on the rows of an output, in one pass over it: LANES threads a row.
//
// `edit_score(x, b, h, i, d)` calls the steps on channel `d` of row `i`. The norm among them leaves
// what it is given in `measured`, so that a first walk over the row can sum its squares.
//
// Constants: WORKGROUP, LANES (divides it), DIM, NORM.

var<workgroup> squares: array<f32, WORKGROUP>;
var<private> measured: f32;
var<private> inverse_rms: f32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let lane = tid % LANES;
    let id = group_id(wid) * (WORKGROUP / LANES) + tid / LANES;
    let row = min(id, params.rows - 1u);
    let i = row % params.len;
    let h = params.head_base + (row / params.len) % params.head_count;
    let b = params.batch_base + row / (params.len * params.head_count);
    let at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    if NORM {
        var sum = 0.0;
        for (var d = lane; d < DIM; d += LANES) {
            _ = edit_score(row_input(at + d), b, h, i, d);
            sum += measured * measured;
        }
        squares[tid] = sum;
        workgroupBarrier();
        sum = 0.0;
        for (var n = 0u; n < LANES; n++) {
            sum += squares[tid - lane + n];
        }
        inverse_rms = 1.0 / sqrt(sum / f32(DIM) + params.eps);
    }
    if id >= params.rows {
        return;
    }
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    for (var d = lane * 4u; d < DIM; d += LANES * 4u) {
        var x = vec4<f32>(0.0);
        for (var n = 0u; n < min(4u, DIM - d); n++) {
            x[n] = edit_score(row_input(at + d + n), b, h, i, d + n);
        }
        store_o4(o_at, d, DIM, x);
    }
}
