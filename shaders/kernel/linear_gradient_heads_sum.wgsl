// Gradients by constants of heads: the sums of the columns of all their states. A workgroup a head.
//
// Constants: WORKGROUP, QK_DIM, V_DIM, STATE_COLUMNS.

var<workgroup> parts: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let h = group_id(wid);
    if h >= params.groups {
        return;
    }
    var sum = 0.0;
    for (var n = tid; n < params.batch * params.sharing * V_DIM; n += WORKGROUP) {
        let state = n / V_DIM / params.sharing * params.kv_heads + h + n / V_DIM % params.sharing;
        sum += load_state(state * QK_DIM * STATE_COLUMNS + 2u * V_DIM + n % V_DIM);
    }
    parts[tid] = sum;
    workgroupBarrier();
    if tid == 0u {
        sum = 0.0;
        for (var n = 0u; n < WORKGROUP; n++) {
            sum += parts[n];
        }
        o[params.o_offset + h * params.o_head] = sum;
    }
}
