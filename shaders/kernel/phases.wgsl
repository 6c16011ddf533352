// Running sums of phases along each sequence, modulo a turn: one thread a channel.
//
// Constants: WORKGROUP, QK_DIM.

const TURN: f32 = 6.283185307179586;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    let channel = id % QK_DIM;
    let state = id / QK_DIM;
    if state >= params.groups {
        return;
    }
    let h = params.kv_head_base + state % params.kv_head_count;
    let b = params.batch_base + state / params.kv_head_count;
    let tokens = token_count(b);
    var sum = 0.0;
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        sum += decay_element(decay_at(b, h, i) + QK_DIM + channel);
        sum -= TURN * round(sum / TURN);
        phases[o_at(b, h, i) + channel] = sum;
    }
    phase_ends[(b * params.kv_heads + h) * QK_DIM + channel] = sum;
}
