// Copies a strided [batch, heads, len, dim] tensor, one thread four columns.
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
    let input_at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row + d;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - d); n++) {
        x[n] = load_input(input_at + n);
    }
    store_o4(o_at, d, params.dim, x);
}
