// The last state, turned back to phase 0: one thread a pair of real and negative imaginary part.
//
// Constants: WORKGROUP, DIM, STATE_COLUMNS.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.rows {
        return;
    }
    let half = DIM * STATE_COLUMNS;
    let state = id / half;
    let at = 2u * half * state + id % half;
    let turn = cos_sin(phase_ends[state * DIM + (id % half) / STATE_COLUMNS]);
    let real = state_out[at];
    let imaginary = state_out[at + half];
    state_out[at] = real * turn.x + imaginary * turn.y;
    state_out[at + half] = imaginary * turn.x - real * turn.y;
}
