// Running sums of gates from the query's own key backwards, one thread a row.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid) * WORKGROUP + tid;
    if row >= params.rows {
        return;
    }
    let at = row * params.kv_len;
    let end = min(row % params.q_len + 1u, params.kv_len);
    for (var j = end; j < params.kv_len; j++) {
        o[at + j] = 0.0;
    }
    var sum = 0.0;
    for (var n = 0u; n < end; n++) {
        let j = end - 1u - n;
        sum += 1.0 / (1.0 + exp(-scores[at + j]));
        o[at + j] = min(sum, params.most);
    }
}
