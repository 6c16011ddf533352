const WORKGROUP: u32 = 64u;
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
// One element.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
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
// The mean of a block.
fn pool_next(acc: vec4<f32>, x: vec4<f32>) -> vec4<f32> { return acc + x; }
fn pool_end(acc: vec4<f32>, count: u32) -> vec4<f32> { return acc / f32(count); }
// One token for each block of a strided [batch, heads, tokens, dim] tensor, one thread four
// columns of a block. Blocks begin `stride` tokens apart, `lead` before those places.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = place_of(group_id(wid) * WORKGROUP + tid);
    if at.row >= params.rows {
        return;
    }
    let place = at.i * params.stride;
    let first = max(place, params.lead) - params.lead;
    // The block's tokens from its place on are at least one.
    let end = place + min(params.block - params.lead, params.tokens - place);
    var acc = input_four(at.head_at + first * params.input_row, at.d);
    for (var i = first + 1u; i < end; i++) {
        acc = pool_next(acc, input_four(at.head_at + i * params.input_row, at.d));
    }
    store_o4(at.o_at, at.d, params.dim, pool_end(acc, end - first));
}
