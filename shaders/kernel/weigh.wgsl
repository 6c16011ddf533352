// Weighted sum of values, one thread four output columns: the naive third pass.
//
// Constants: WORKGROUP, V_DIM.

const V4: u32 = (V_DIM + 3u) / 4u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    let row = at / V4;
    if row >= params.rows {
        return;
    }
    let d = (at % V4) * 4u;
    let i = row % params.q_len;
    let h = (row / params.q_len) % params.q_heads;
    let b = row / (params.q_len * params.q_heads);
    if i >= q_count(b) {
        return;
    }
    let v_at = params.v_offset + b * params.v_batch + (h / params.group) * params.v_head + kv_start(b) * params.v_row;
    var sum = vec4<f32>(0.0);
    for (var j = 0u; j < kv_count(b); j++) {
        let p = scores[row * params.kv_len + j];
        // A weight of 0 hides whatever the value is.
        if !(p == 0.0) {
            sum += p * load_v4(v_at + j * params.v_row, d);
        }
    }
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + (q_start(b) + i) * params.o_row;
    store_o4(o_at, d, V_DIM, sum);
}
