// The mean cosine of all pairs of rows of a block: the squared length of the mean of the rows, each
// divided by its length. A workgroup a block: threads share out rows, then features.
//
// Constants: WORKGROUP, QUADS (groups of four features of a thread).

var<workgroup> scale_of_row: array<f32, WORKGROUP>;
var<workgroup> squares: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid);
    if row >= params.rows {
        return;
    }
    let n = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let head_at = params.input_offset + b * params.input_batch + h * params.input_head;
    let first = n * params.block;
    let end = first + min(params.block, params.from_len - first);
    var sums: array<vec4<f32>, QUADS>;
    for (var i0 = first; i0 < end; i0 += WORKGROUP) {
        let count = min(WORKGROUP, end - i0);
        var square = 0.0;
        if tid < count {
            for (var d = 0u; d < params.dim; d += 4u) {
                let x = input_four(head_at + (i0 + tid) * params.input_row, d);
                square += dot(x, x);
            }
        }
        scale_of_row[tid] = select(inverseSqrt(square), 0.0, square == 0.0);
        workgroupBarrier();
        for (var i = 0u; i < count; i++) {
            for (var quad = 0u; quad < QUADS; quad++) {
                let d = 4u * (quad * WORKGROUP + tid);
                if d < params.dim {
                    sums[quad] += scale_of_row[i] * input_four(head_at + (i0 + i) * params.input_row, d);
                }
            }
        }
        workgroupBarrier();
    }
    var square = 0.0;
    for (var quad = 0u; quad < QUADS; quad++) {
        square += dot(sums[quad], sums[quad]);
    }
    squares[tid] = square;
    workgroupBarrier();
    if tid == 0u {
        for (var t = 1u; t < WORKGROUP; t++) {
            square += squares[t];
        }
        let rows = f32(end - first);
        store_o4(params.o_offset + b * params.o_batch + h * params.o_head + n * params.o_row, 0u, 1u, vec4<f32>(square / (rows * rows)));
    }
}
