// A number for every row of features, one thread a row. How: the fragments in code/.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid) * WORKGROUP + tid;
    if row >= params.rows {
        return;
    }
    let i = row % params.len;
    let h = (row / params.len) % params.heads;
    let b = row / (params.len * params.heads);
    codes[row] = code_of(params.input_offset + b * params.input_batch + h * params.input_head + i * params.input_row);
}
