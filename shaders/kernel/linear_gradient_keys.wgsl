// The last walk of the gradient of a recurrence, back: the gradient by the state once more, a row of it
// a thread, and by keys and decays. The gradient by a decay is the product of the states before it and
// behind it, which no walk has both: it is that by the next token's decay, and what this token's
// query and key change. `v` stands for the gradient by the output.
//
// Constants: WORKGROUP, QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY, DECAY_CHANNEL,
// DECAY_TOKEN.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let d = id % params.slices * WORKGROUP + tid;
    id /= params.slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    if d >= QK_DIM {
        return;
    }
    let base = ((b * params.kv_heads + h) * QK_DIM + d) * STATE_COLUMNS;
    var s: Row;
    load_row(&s, base);
    var faded = 0.0;
    if DECAY_TOKEN {
        faded = load_state(base + V_DIM);
    }
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, h, i);
        let k = load_k4(k_at(b, h, i), d).x;
        let rate = rate_of(row);
        // Through tokens behind this one, and through its own queries.
        let later = rate * with_kept(&s, row + UPDATE);
        var own = 0.0;
        for (var g = 0u; g < params.group; g++) {
            let head = h * params.group + g;
            let at = v_at(b, head, i);
            let q = params.scale * load_q4(q_at(b, head, i), d).x;
            var read = vec4<f32>(0.0);
            for (var n = 0u; n < V4; n++) { // unroll
                let x = load_v4(at, n * 4u);
                read = fma(x, kept4(row + UPDATE, n * 4u), read);
                s[n] = fma(x, vec4<f32>(q), s[n]);
            }
            own = fma(q, sum4(read), own);
        }
        var x = fma(rate, own, later);
        if DELTA {
            x += kept[row + KEY_BACK + d];
            add_kept(&s, row + UPDATE_BACK, -rate * k);
        }
        store_o4(o_at(b, h, i), d, d + 1u, vec4<f32>(x, 0.0, 0.0, 0.0));
        if DECAY_TOKEN {
            // The product that it began with is that of the state before the last token's update.
            let passed = select(later, 0.0, params.first + t == 0u);
            faded += fma(-k, passed, kept[row + FADE_BACK + d]);
            kept[row + FADE_BACK + d] = faded;
        }
        fade_row(&s, decay_at(b, h, i), d);
    }
    store_row(&s, base);
    if DECAY_TOKEN {
        store_state(base + V_DIM, faded);
    }
}
