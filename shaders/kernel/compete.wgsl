// Keys that compete along the sequence: with z the log of the sum of exp(key) so far, a key becomes
// exp(key - z_t) and the state fades by exp(z_{t-1} - z_t), so that it holds weights that sum to
// one. One thread a channel.
//
// Constants: WORKGROUP, QK_DIM.

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
    var z = 0.0;
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        let x = load_input(k_at(b, h, i) + channel);
        // Neither exponential can overflow. The first key takes everything.
        let share = select(exp(-abs(x - z)), 0.0, t == 0u);
        let rest = -log(1.0 + share);
        let ahead = t == 0u || x > z;
        let key = select(share, 1.0, ahead) / (1.0 + share);
        let log_fade = select(rest, select(z - x + rest, EMPTIED, t == 0u), ahead);
        competing[o_at(b, h, i) + channel] = key;
        fades[o_at(b, h, i) + channel] = max(log_fade, EMPTIED);
        z = select(z, x, ahead) - rest;
    }
}
