// The Jensen-Shannon distance of two rows that need not sum to one, one thread a pair of rows.
//
// Constants: WORKGROUP.

// x ln(x / m), 0 for nothing, from x / m and x / m - 1.
fn surprise(x: f32, m: f32) -> f32 {
    let more = (x - m) / m;
    return select(x * select(log(x / m), log_1p(more), more > -0.5), 0.0, x == 0.0);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid) * WORKGROUP + tid;
    if row >= params.rows {
        return;
    }
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    var sums = vec2<f32>(0.0);
    for (var d = 0u; d < params.dim; d++) {
        sums += vec2<f32>(load_input(at + d), scores[row * params.dim + d]);
    }
    var divergence = 0.0;
    for (var d = 0u; d < params.dim; d++) {
        let x = vec2<f32>(load_input(at + d), scores[row * params.dim + d]) / sums;
        let m = 0.5 * (x.x + x.y);
        divergence += 0.5 * (surprise(x.x, m) + surprise(x.y, m));
    }
    // Of equal rows the rounding may leave less than nothing.
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    store_o4(o_at, 0u, 1u, vec4<f32>(sqrt(max(divergence, 0.0))));
}
