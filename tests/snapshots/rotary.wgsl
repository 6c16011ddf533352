const WORKGROUP: u32 = 64u;
const INTERLEAVED: bool = false;
alias OutElem = f32;
struct Params {
    grid_x: u32,
    rows: u32,
    heads: u32,
    len: u32,
    dim: u32,
    input_offset: u32,
    input_batch: u32,
    input_head: u32,
    input_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    rotary_dim: u32,
    table_batch: u32,
    table_rows: u32,
    block: u32,
    stride: u32,
    lead: u32,
    tokens: u32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> cos_table: array<f32>;
@group(0) @binding(4) var<storage, read> sin_table: array<f32>;
// One element.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
// One element.
fn load_cos_table(at: u32) -> f32 { return f32(cos_table[at]); }
// One element.
fn load_sin_table(at: u32) -> f32 { return f32(sin_table[at]); }
// Every token has its own row in the tables.
fn table_row(b: u32, i: u32) -> u32 { return b * params.len + i; }
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
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
