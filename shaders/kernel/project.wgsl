// A linear map of every head: o = input * projection, one thread four columns of a row.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    let columns = (params.features + 3u) / 4u;
    let row = id / columns;
    if row >= params.rows {
        return;
    }
    let f = (id % columns) * 4u;
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let input_at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    var x = vec4<f32>(0.0);
    for (var d = 0u; d < params.dim; d++) {
        let weight_at = (h * params.dim + d) * params.features + f;
        let value = load_input(input_at + d);
        for (var n = 0u; n < min(4u, params.features - f); n++) {
            x[n] += value * projection[weight_at + n];
        }
    }
    store_o4(params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row, f, params.features, x);
}
