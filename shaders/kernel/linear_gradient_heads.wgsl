// The gradient by a decay that is a constant of the head: forwards, for the sums of the tokens' gradients
// lose too many digits where it is strong. Beside its column of the state a thread walks the column's
// derivative by the constant, and adds up what queries read of that, times the gradient by the output, which
// `v` stands for. Columns of the state: its own, their derivatives, and in the first row the sums.
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
    let rows = (b * params.kv_heads + h) * QK_DIM;
    let base = rows * STATE_COLUMNS;
    var s: Column;
    var moved: Column;
    load_column(&s, base, column);
    load_column(&moved, base, V_DIM + column);
    var sum = load_state(base + 2u * V_DIM + column);
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, h, i);
        let k = k_at(b, h, i);
        let rate = rate_of(row);
        let decay_row = decay_at(b, h, i);
        for (var n = 0u; n < QK4; n++) { // unroll
            moved[n] += s[n];
        }
        fade_column(&moved, decay_row);
        fade_column(&s, decay_row);
        if DELTA {
            add_key(&moved, k, -rate * held(&moved, k));
        }
        add_key(&s, k, rate * kept[row + UPDATE + column]);
        for (var g = 0u; g < params.group; g++) {
            let head = h * params.group + g;
            let q = q_at(b, head, i);
            var read = vec4<f32>(0.0);
            for (var n = 0u; n < QK4; n++) { // unroll
                read = fma(load_q4(q, n * 4u), moved[n], read);
            }
            sum = fma(params.scale * load_v4(v_at(b, head, i), column).x, sum4(read), sum);
        }
    }
    if params.first + params.len >= params.whole {
        for (var n = 0u; n < QK4; n++) { // unroll
            for (var e = 0u; e < 4u; e++) { // unroll
                if n * 4u + e < QK_DIM {
                    sum = fma(moved[n][e], end_element((rows + n * 4u + e) * V_DIM + column), sum);
                }
            }
        }
    }
    store_column(&s, base, column);
    store_column(&moved, base, V_DIM + column);
    store_state(base + 2u * V_DIM + column, sum);
}
