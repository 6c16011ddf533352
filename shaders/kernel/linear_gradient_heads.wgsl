// The gradient by a decay that is a constant of the head: forwards, for the sums of the tokens' gradients
// lose too many digits where it is strong. Beside the state goes its derivative by the constant, and what
// queries read of that, times the gradient by the output, which `v` stands for, is added up. Threads own
// columns. Columns of the state: its own, their derivatives, and in the first row the sums.
//
// Constants: QK_DIM, V_DIM, DELTA.

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let b = batch_of(group);
    let lane = lane_of(group, tid);
    let derivative = lane.base + V_DIM;
    let sums = derivative + V_DIM;
    var s: Piece;
    var moved: Piece;
    load_piece(&s, lane.base, lane);
    load_piece(&moved, derivative, lane);
    var sum = load_own(sums, 0u, lane.own);
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, lane.h, i);
        let k = k_at(b, lane.h, i);
        let rate = rate_of(row);
        let decay_row = decay_at(b, lane.h, i);
        for (var n = 0u; n < PIECE; n++) { // unroll
            for (var e = 0u; e < 4u; e++) { // unroll
                moved[n][e] += s[n][e];
            }
        }
        fade_piece(&moved, lane, decay_row);
        fade_piece(&s, lane, decay_row);
        if DELTA {
            add(&moved, lane, KEY, k, -rate * product(&moved, lane, KEY, k));
        }
        var u = Own(0.0);
        if lane.own < OWNED {
            u = kept_own(row + UPDATE + lane.own);
        }
        add(&s, lane, KEY, k, rate * u);
        for (var g = 0u; g < params.group; g++) {
            let head = lane.h * params.group + g;
            let x = params.scale * own_of(load_v4(v_at(b, head, i), lane.own));
            sum = fma(x, product(&moved, lane, QUERY, q_at(b, head, i)), sum);
        }
    }
    if params.first + params.len >= params.whole {
        var last = Own(0.0);
        for (var n = 0u; n < PIECE; n++) { // unroll
            for (var e = 0u; e < 4u; e++) { // unroll
                let along = along_of(lane, n) + e;
                if along < QK_DIM {
                    last = fma(moved[n][e], ends_own(lane, along), last);
                }
            }
        }
        sum += across(last);
    }
    store_piece(&s, lane.base, lane);
    store_piece(&moved, derivative, lane);
    if writes(lane) {
        store_state_own(sums, 0u, lane.own, sum);
    }
}

// What a thread's columns have in a row of the gradient by the last state, which has no others.
fn ends_own(lane: Lane, along: u32) -> Own {
    var r = vec4<f32>(0.0);
    for (var c = 0u; c < WIDTH; c++) {
        if lane.own + c < V_DIM {
            r[c] = load_ends((lane.base / STATE_COLUMNS + along) * V_DIM + lane.own + c);
        }
    }
    return own_of(r);
}
