// Rotary position embedding, one thread four columns.
//
// Constants: WORKGROUP, INTERLEAVED.

fn rotated(input_at: u32, table: u32, d: u32) -> f32 {
    let x = load_input(input_at + d);
    if d >= params.rotary_dim {
        return x;
    }
    let pairs = params.rotary_dim / 2u;
    let f = select(d % pairs, d / 2u, INTERLEAVED);
    let first = select(d < pairs, d % 2u == 0u, INTERLEAVED);
    let step = select(pairs, 1u, INTERLEAVED);
    let c = load_cos_table(table + f);
    let s = load_sin_table(table + f);
    if first {
        return x * c - load_input(input_at + d + step) * s;
    }
    return x * c + load_input(input_at + d - step) * s;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = place_of(group_id(wid) * WORKGROUP + tid);
    if at.row >= params.rows {
        return;
    }
    let input_at = at.head_at + at.i * params.input_row;
    let table = table_row(at.b, at.i) * (params.rotary_dim / 2u);
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - at.d); n++) {
        x[n] = rotated(input_at, table, at.d + n);
    }
    store_o4(at.o_at, at.d, params.dim, x);
}
