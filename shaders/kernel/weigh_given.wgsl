// Weighted sum of values by given weights, one thread four columns of an output row.
//
// Constants: WORKGROUP, V_DIM, CAUSAL.

const V4: u32 = (V_DIM + 3u) / 4u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    let row = at / V4;
    if row >= params.rows {
        return;
    }
    let d = (at % V4) * 4u;
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    let weight_at = params.weight_offset + b * params.weight_batch + h * params.weight_head + i * params.weight_row;
    let v_at = params.v_offset + b * params.v_batch + h * params.v_head;
    let end = select(params.kv_len, min(i + 1u, params.kv_len), CAUSAL);
    var sum = vec4<f32>(0.0);
    for (var j = 0u; j < end; j++) {
        let w = scores[weight_at + j];
        // A weight of 0 hides whatever the value is.
        if !(w == 0.0) {
            sum += w * load_v4(v_at + j * params.v_row, d);
        }
    }
    store_o4(params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row, d, V_DIM, sum);
}
