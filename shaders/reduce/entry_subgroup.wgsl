// Threads numbered along subgroups, so that the neighbours of a row share one whatever order
// the device puts its invocations in.
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
