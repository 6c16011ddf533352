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
