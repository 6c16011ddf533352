// The states before each segment of a sequence, from what the segments add alone: one thread an
// element of the state.
//
// `states` holds what every segment adds to a state of zeros, and receives the state before it.
//
// Constants: WORKGROUP, CHUNK, QK_DIM, STATE_COLUMNS, DECAY, DECAY_CHANNEL.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    let element = id % (QK_DIM * STATE_COLUMNS);
    let state = id / (QK_DIM * STATE_COLUMNS);
    if state >= params.groups {
        return;
    }
    let h = params.kv_head_base + state % params.kv_head_count;
    let b = params.batch_base + state / params.kv_head_count;
    let tokens = token_count(b);
    var channel = 0u;
    if DECAY_CHANNEL {
        channel = element / STATE_COLUMNS;
    }
    let whole = b * params.kv_heads + h;
    var s = load_state(whole * QK_DIM * STATE_COLUMNS + element);
    for (var n = 0u; n < params.segments; n++) {
        let at = (whole * params.segments + n) * QK_DIM * STATE_COLUMNS + element;
        let added = states[at];
        states[at] = s;
        let begin = n * params.segment_len;
        let end = min(begin + params.segment_len, tokens);
        if DECAY {
            // Factors one by one: they may be close to 1, or 0.
            for (var first = begin; first < end; first += CHUNK) {
                let i = token_at(b, h, min(first + CHUNK, end) - 1u, tokens);
                s *= fade(load_decay(decay_at(b, h, i) + channel));
            }
        }
        s += added;
    }
    store_state(whole * QK_DIM * STATE_COLUMNS + element, s);
}
