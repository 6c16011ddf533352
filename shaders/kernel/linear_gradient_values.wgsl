// The second walk of the gradient of a recurrence, back: the gradient by the state, a column of it a
// thread, and by values, which is its product with the key. At the end it is the gradient by the state
// before the first token. `v` stands for the gradient by the output.
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
    load_column(&s, base, column);
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let k = k_at(b, h, i);
        for (var g = 0u; g < params.group; g++) {
            let head = h * params.group + g;
            let q = q_at(b, head, i);
            let x = vec4<f32>(params.scale * load_v4(v_at(b, head, i), column).x);
            for (var n = 0u; n < QK4; n++) { // unroll
                s[n] = fma(load_q4(q, n * 4u), x, s[n]);
            }
        }
        var u = held(&s, k);
        if DELTA {
            let row = kept_at(b, h, i);
            kept[row + UPDATE_BACK + column] = u;
            u *= rate_of(row);
            add_key(&s, k, -u);
        }
        store_o4(o_at(b, h, i), column, column + 1u, vec4<f32>(u, 0.0, 0.0, 0.0));
        fade_column(&s, decay_at(b, h, i));
    }
    store_column(&s, base, column);
}
