// Threads in the order of their index: x of a row of them, which lavapipe finds by one division a lane, and an index of any
// kind by three, after every barrier.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
