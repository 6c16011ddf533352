// Sum of partial outputs, each row weighted by the branch's gate; one thread four columns.
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
    var acc = vec4<f32>(0.0);
    for (var p = 0u; p < params.parts; p++) {
        acc += gates[p * params.rows + row] * partial_o4(p * params.rows + row, d);
    }
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    store_o4(params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row, d, V_DIM, acc);
}
