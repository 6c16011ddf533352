// The first walk of the gradient of a recurrence: what every token adds to the state, its value or
// by the delta rule (before its rate) what that lacks of it. One thread a column of the state; no
// thread waits for another.
//
// Constants: WORKGROUP, QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY, DECAY_CHANNEL.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let column = id % params.slices * WORKGROUP + tid;
    id /= params.slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    if column >= V_DIM {
        return;
    }
    let base = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;
    var s: Column;
    if DELTA {
        load_column(&s, base, column);
    }
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, h, i);
        var u = load_v4(v_at(b, h, i), column).x;
        if DELTA {
            let k = k_at(b, h, i);
            let rate = beta_element(beta_at(b, h, i));
            fade_column(&s, decay_at(b, h, i));
            u -= held(&s, k);
            add_key(&s, k, rate * u);
            if column == 0u {
                kept[row + RATE] = rate;
            }
        }
        kept[row + UPDATE + column] = u;
    }
    if DELTA {
        store_column(&s, base, column);
    }
}
