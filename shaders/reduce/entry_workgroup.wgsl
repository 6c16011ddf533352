// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
