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
