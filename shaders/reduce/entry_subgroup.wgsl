// Threads numbered along subgroups, so that the neighbours of a row share one whatever order the device puts
// its invocations in. On lavapipe, which finds a thread's place anew after every barrier, by a division a
// lane, such a number costs nothing.
var<private> lanes: u32;

@compute @workgroup_size(WORKGROUP)
fn main(
    @builtin(workgroup_id) wid: vec3<u32>,
    @builtin(subgroup_id) subgroup: u32,
    @builtin(subgroup_size) size: u32,
    @builtin(subgroup_invocation_id) lane: u32,
) {
    lanes = size;
    run(wid, subgroup * size + lane);
}
