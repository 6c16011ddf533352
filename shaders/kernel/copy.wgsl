// Copies a strided [batch, heads, len, dim] tensor, one thread four columns.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = place_of(group_id(wid) * WORKGROUP + tid);
    if at.row >= params.rows {
        return;
    }
    store_o4(at.o_at, at.d, params.dim, input_four(at.head_at + at.i * params.input_row, at.d));
}
