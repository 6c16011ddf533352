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
    let c = load_cos(table + f);
    let s = load_sin(table + f);
    if first {
        return x * c - load_input(input_at + d + step) * s;
    }
    return x * c + load_input(input_at + d - step) * s;
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
    let table = table_row(b, i) * (params.rotary_dim / 2u);
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - d); n++) {
        x[n] = rotated(input_at, table, d + n);
    }
    store_o4(o_at, d, params.dim, x);
}
