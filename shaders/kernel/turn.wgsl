// Rows of twice the size: times cosines, then times sines of the phases, or twice the same. One
// thread a row.
//
// Constants: WORKGROUP, DIM, TURNED.

fn doubled(at: u32, turn_at: u32, f: u32) -> f32 {
    let x = load_input(at + f % DIM);
    if !TURNED {
        return x;
    }
    let turn = cos_sin(phases[turn_at + f % DIM]);
    return x * select(turn.y, turn.x, f < DIM);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.rows {
        return;
    }
    let i = id % params.len;
    let h = (id / params.len) % params.heads;
    let b = id / (params.len * params.heads);
    let at = params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    let kv_heads = params.heads / params.group;
    let turn_at = ((b * kv_heads + h / params.group) * params.len + i) * DIM;
    for (var f = 0u; f < 2u * DIM; f += 4u) {
        var x = vec4<f32>(0.0);
        for (var n = 0u; n < min(4u, 2u * DIM - f); n++) {
            x[n] = doubled(at, turn_at, f + n);
        }
        store_o4(o_at, f, 2u * DIM, x);
    }
}
