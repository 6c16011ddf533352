// One number for each cell of the softmax weights or scores, one thread a cell: the scores are
// computed again and the weights taken from the log-sum-exp, so that no buffer holds every pair.
// Which pairs make a cell and what stands for them: the fragments in map/ and stat/.
//
// Constants: WORKGROUP, QK_DIM.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let column = at % params.kv_blocks;
    var id = at / params.kv_blocks;
    let row = id % params.score_rows;
    id /= params.score_rows;
    let h = id % params.q_heads;
    let b = id / params.q_heads;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let offset = align_offset(q_len, kv_len);
    let k_base = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head;
    let queries = cell_queries(row, column, q_len);
    var acc = stat_first();
    for (var i = queries.x; i < queries.y; i++) {
        let q_at = params.q_offset + b * params.q_batch + h * params.q_head + i * params.q_row;
        let taken = row_log(b * params.lse_batch + h * params.lse_head + i);
        let seen = key_range(i, offset, kv_len);
        let keys = cell_keys(row, column, i);
        for (var j = max(keys.x, seen.x); j < min(keys.y, seen.y); j++) {
            var s = 0.0;
            for (var d = 0u; d < QK_DIM; d += 4u) {
                s += pair(scale_q(load_q4(q_at, d)), load_k4(k_base + j * params.k_row, d), h, d);
            }
            s = edit_score(scale_pair(s), b, h, i, j);
            if s != MASKED {
                acc = stat_next(acc, s - taken);
            }
        }
    }
    let end = stat_end(acc);
    scores[at] = end.x + end.y;
}
