// The order of codes in every row, one thread an element: its place is how many come before it. Of
// equal codes the earlier one comes first.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.rows {
        return;
    }
    let i = at % params.len;
    let first = at - i;
    let own = codes[at];
    var place = 0u;
    for (var j = 0u; j < params.len; j++) {
        let other = codes[first + j];
        place += select(0u, 1u, other < own || (other == own && j < i));
    }
    places[at] = place;
    order[first + place] = i;
}
