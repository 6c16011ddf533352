// The rate of memory: a plain copy, COUNT vec4 a thread, neighbours together.
//
// Constants: WORKGROUP, COUNT.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let first = group_id(wid) * WORKGROUP * COUNT + tid;
    for (var n = 0u; n < COUNT; n++) {
        o[first + n * WORKGROUP] = input[first + n * WORKGROUP];
    }
}
