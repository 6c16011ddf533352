// Where a thread works that writes four columns of a row [batch, heads, len, dim].

struct Place {
    row: u32,
    b: u32,
    h: u32,
    i: u32,
    d: u32,
    // Element at which the head of the input begins, and the row of the output.
    head_at: u32,
    o_at: u32,
}

fn place_of(id: u32) -> Place {
    let columns = (params.dim + 3u) / 4u;
    let row = id / columns;
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let head_at = params.input_offset + b * params.input_batch + h * params.input_head;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    return Place(row, b, h, i, (id % columns) * 4u, head_at, o_at);
}

// Columns d..d+4 of the row that begins at `at`; 0 past the last.
fn input_four(at: u32, d: u32) -> vec4<f32> {
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - d); n++) {
        x[n] = load_input(at + d + n);
    }
    return x;
}
