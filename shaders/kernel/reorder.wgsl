// Rows of a strided [batch, heads, from_len, dim] tensor in another order, one thread four columns
// of a row. Which order: the fragments in order/. An index past the last row gives zeros.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = place_of(group_id(wid) * WORKGROUP + tid);
    if at.row >= params.rows {
        return;
    }
    let index = row_index(at.b, at.h, at.i);
    var x = vec4<f32>(0.0);
    if index < params.from_len {
        x = input_four(at.head_at + index * params.input_row, at.d);
    }
    store_o4(at.o_at, at.d, params.dim, x);
}
