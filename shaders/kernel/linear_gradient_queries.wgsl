// The third walk of the gradient of a recurrence: the state once more, a row of it a thread. It gives
// the gradients by queries, by the delta rule those by keys through what the state held for them, and
// what each token adds to the gradients by the decays before it. That counts what passes through the
// token's own decay alone: what a token reads of itself would cancel later, and strong decays leave
// little beside it. So the state ends before the last token's own update. `v` stands for the gradient by the output.
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
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, h, i);
        let k = load_k4(k_at(b, h, i), d).x;
        let rate = rate_of(row);
        fade_row(&s, decay_at(b, h, i), d);
        var faded = 0.0;
        if DELTA {
            let x = -rate * with_kept(&s, row + UPDATE_BACK);
            kept[row + KEY_BACK + d] = x;
            faded = k * x;
        }
        for (var g = 0u; g < params.group; g++) {
            let head = h * params.group + g;
            let at = v_at(b, head, i);
            var before = vec4<f32>(0.0);
            var own = vec4<f32>(0.0);
            for (var n = 0u; n < V4; n++) { // unroll
                let x = load_v4(at, n * 4u);
                before = fma(x, s[n], before);
                own = fma(x, kept4(row + UPDATE, n * 4u), own);
            }
            let x = params.scale * sum4(before);
            let whole = fma(params.scale * sum4(own), rate * k, x);
            store_o4(o_at(b, head, i), d, d + 1u, vec4<f32>(whole, 0.0, 0.0, 0.0));
            faded = fma(load_q4(q_at(b, head, i), d).x, x, faded);
        }
        if DECAY_TOKEN {
            kept[row + FADE_BACK + d] = faded;
        }
        // The state that the last token finds, faded, is the one that its decay meets.
        if params.first + t + 1u < whole_count(b) {
            add_kept(&s, row + UPDATE, rate * k);
        }
    }
    store_row(&s, base);
}
