// Softmax of whole rows of scores, in place, one thread a row: the naive second pass.
//
// Constants: WORKGROUP.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    if id >= params.rows {
        return;
    }
    let i = id % params.q_len;
    let h = (id / params.q_len) % params.q_heads;
    let b = id / (params.q_len * params.q_heads);
    if i >= q_count(b) {
        return;
    }
    let at = id * params.kv_len;
    let sink = sink_logit(h);
    var top = sink;
    for (var j = 0u; j < params.kv_len; j++) {
        let s = scores[at + j];
        if !is_neg_inf(s) {
            top = max(top, keep_visible(s));
        }
    }
    var sum = select(exp(sink - top), 0.0, sink == MASKED);
    for (var j = 0u; j < params.kv_len; j++) {
        let s = scores[at + j];
        var p = 0.0;
        if !is_neg_inf(s) {
            p = exp_kept(keep_visible(s) - top);
        }
        scores[at + j] = p;
        sum += p;
    }
    let norm = select(0.0, 1.0 / sum, row_seen(sum));
    for (var j = 0u; j < params.kv_len; j++) {
        scores[at + j] *= norm;
    }
    let row = b * params.lse_batch + h * params.lse_head + q_start(b) + i;
    store_lse(row, log_parts(top, sum));
}
