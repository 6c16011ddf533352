// Tokens times block-diagonal matrices of their own, one thread four columns.
//
// Constants: WORKGROUP, BLOCK. The matrices begin at params.block, a sequence's are
// params.table_batch apart and a token's params.table_rows.

fn transformed(input_at: u32, matrix_at: u32, d: u32) -> f32 {
    let first = d - d % BLOCK;
    var sum = 0.0;
    for (var n = 0u; n < BLOCK; n++) {
        sum += weight[matrix_at + d * BLOCK + n] * load_input(input_at + first + n);
    }
    return sum;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    let columns = (params.dim + 3u) / 4u;
    let row = id / columns;
    if row >= params.rows {
        return;
    }
    let d = (id % columns) * 4u;
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let input_at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    let matrix_at = params.block + b * params.table_batch + i * params.table_rows;
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - d); n++) {
        x[n] = transformed(input_at, matrix_at, d + n);
    }
    store_o4(o_at, d, params.dim, x);
}
