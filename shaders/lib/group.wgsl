// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
