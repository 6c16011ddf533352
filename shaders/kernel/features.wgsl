// Feature maps of rows, one thread a row.
//
// Constants: WORKGROUP, DIM, FEATURES, and POWER of the focused map.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.rows {
        return;
    }
    let i = id % params.len;
    let h = (id / params.len) % params.heads;
    let b = id / (params.len * params.heads);
    let input_at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    let stats = row_stats(input_at);
    for (var f = 0u; f < FEATURES; f += 4u) {
        var x = vec4<f32>(0.0);
        for (var n = 0u; n < min(4u, FEATURES - f); n++) {
            x[n] = feature(input_at, f + n, stats);
        }
        store_o4(o_at, f, FEATURES, x);
    }
}
