// One token for each block of a strided [batch, heads, len, dim] tensor, one thread four
// columns of a block.
//
// Constants: WORKGROUP.

fn input_four(at: u32, d: u32) -> vec4<f32> {
    var x = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, params.dim - d); n++) {
        x[n] = load_input(at + n);
    }
    return x;
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
    let block = row % params.blocks;
    let h = (row / params.blocks) % params.heads;
    let b = row / (params.blocks * params.heads);
    let first = block * params.block;
    let end = min(first + params.block, params.len);
    let head_at = params.input_offset + b * params.input_batch + h * params.input_head + d;
    var acc = input_four(head_at + first * params.input_row, d);
    for (var i = first + 1u; i < end; i++) {
        acc = pool_next(acc, input_four(head_at + i * params.input_row, d));
    }
    store_o4(params.o_offset + row * params.dim, d, params.dim, pool_end(acc, end - first));
}
