// One number for each block of the softmax weights, one thread a block: the scores are computed
// again and the weights taken from the log-sum-exp, so that no buffer holds every pair.
//
// Constants: WORKGROUP, QK_DIM.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let first_key = (at % params.kv_blocks) * params.block_kv;
    var id = at / params.kv_blocks;
    let first_query = (id % params.score_rows) * params.block_q;
    id /= params.score_rows;
    let h = id % params.q_heads;
    let b = id / params.q_heads;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let offset = align_offset(q_len, kv_len);
    let k_base = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head;
    var acc = 0.0;
    for (var i = first_query; i < min(first_query + params.block_q, q_len); i++) {
        let q_at = params.q_offset + b * params.q_batch + h * params.q_head + i * params.q_row;
        let row_lse = lse[b * params.lse_batch + h * params.lse_head + i];
        let keys = key_range(i, offset, kv_len);
        for (var j = max(first_key, keys.x); j < min(first_key + params.block_kv, keys.y); j++) {
            var s = 0.0;
            for (var d = 0u; d < QK_DIM; d += 4u) {
                s += pair(scale_q(load_q4(q_at, d)), load_k4(k_base + j * params.k_row, d), h, d);
            }
            s = edit_score(scale_pair(s), b, h, i, j);
            if s != MASKED {
                acc = fold(acc, exp(s - row_lse));
            }
        }
    }
    scores[at] = acc;
}
