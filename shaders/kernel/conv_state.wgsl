// The tokens that the next call of a causal convolution needs: the last `taps - 1` of past and
// input together, one thread each.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.cells {
        return;
    }
    let past = params.taps - 1u;
    let c = (id / past) % params.channels;
    let b = id / (past * params.channels);
    let x = padded(b, c, params.len + id % past);
    store_o4(id, 0u, 1u, vec4<f32>(x, 0.0, 0.0, 0.0));
}
