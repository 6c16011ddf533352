// Rows of a strided [batch, heads, from, dim] tensor in the order of indices, one thread four
// columns of a row. An index past the last row gives zeros.
//
// Constants: WORKGROUP.

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
    let index = indices[(b * params.index_heads + h * params.index_heads / params.heads) * params.len + i];
    var x = vec4<f32>(0.0);
    if index < params.from_len {
        let input_at = params.input_offset + b * params.input_batch + h * params.input_head + index * params.input_row + d;
        for (var n = 0u; n < min(4u, params.dim - d); n++) {
            x[n] = load_input(input_at + n);
        }
    }
    store_o4(params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row, d, params.dim, x);
}
