// Scores or weights of chosen rows, one thread a pair.
//
// Constants: WORKGROUP, QK_DIM, EDIT (apply visibility), WEIGHTS (softmax weights or their logs, from lse).

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let j = at % params.kv_len;
    var id = at / params.kv_len;
    let i = score_row(id % params.score_rows);
    id /= params.score_rows;
    let h = id % params.q_heads;
    let b = id / params.q_heads;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    // Raw scores exist for every pair in memory, also of padding.
    let bound = select(params.kv_len, kv_len, EDIT);
    var s = 0.0;
    var hidden = i >= q_len || j >= bound;
    if !hidden {
        let q_at = params.q_offset + b * params.q_batch + h * params.q_head + (q_start(b) + i) * params.q_row;
        let k_at = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head + (kv_start(b) + j) * params.k_row;
        for (var d = 0u; d < QK_DIM; d += 4u) {
            s += pair(scale_q(load_q4(q_at, d)), load_k4(k_at, d), h, d);
        }
        s = scale_pair(s);
        if EDIT {
            let range = key_range(i, align_offset(q_len, kv_len), kv_len);
            hidden = j < range.x || j >= range.y;
        }
        if !hidden {
            s = edit_score(s, b, h, i, j);
            hidden = s == MASKED;
        }
    }
    if EDIT {
        if WEIGHTS {
            let row = b * params.lse_batch + h * params.lse_head + i;
            s = weight(keep_visible(s), row, hidden);
        } else {
            s = select(s, params.neg_inf, hidden);
        }
    }
    scores[at] = s;
}
