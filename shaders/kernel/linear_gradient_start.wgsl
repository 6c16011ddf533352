// Puts a state where a walk updates it in place: one thread a row. The first column past the values is the
// product with another state, the others are zeros.
//
// Constants: WORKGROUP, V_DIM, STATE_COLUMNS.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid) * WORKGROUP + tid;
    if row >= params.groups {
        return;
    }
    let to = row * STATE_COLUMNS;
    var sum = 0.0;
    for (var c = 0u; c < V_DIM; c++) {
        let x = load_state(row * V_DIM + c);
        store_state(to + c, x);
        sum = fma(x, load_ends(row * V_DIM + c), sum);
    }
    for (var c = V_DIM; c < STATE_COLUMNS; c++) {
        store_state(to + c, sum);
        sum = 0.0;
    }
}
