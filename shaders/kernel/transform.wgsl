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
    let at = place_of(group_id(wid) * WORKGROUP + tid);
    if at.row >= params.rows {
        return;
    }
    let input_at = at.head_at + at.i * params.input_row;
    let matrix_at = params.block + at.b * params.table_batch + at.i * params.table_rows;
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - at.d); n++) {
        x[n] = transformed(input_at, matrix_at, at.d + n);
    }
    store_o4(at.o_at, at.d, params.dim, x);
}
