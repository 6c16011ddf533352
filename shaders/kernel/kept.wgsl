// What block lists keep of every row, one thread a row: the share of its softmax mass, from the
// log-sum-exps with and without the lists, and how many of its keys.
//
// Constants: WORKGROUP, BLOCK_Q (rows of a list's block, so that a row tile is one).

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let i = at % params.q_len;
    let h = (at / params.q_len) % params.q_heads;
    let b = at / (params.q_len * params.q_heads);
    let keys = key_range(i, align_offset(q_count(b), kv_count(b)), kv_count(b));

    let list = list_span(b, h, i / params.block_q);
    var named = 0u;
    for (var n = 0u; n < list.y; n++) {
        let block = min(block_entries[list.x + n] & ~PARTIAL, params.kv_blocks);
        let lo = max(keys.x, block * params.block_kv);
        let hi = min(keys.y, (block + 1u) * params.block_kv);
        named += max(lo, hi) - lo;
    }
    named_keys[at] = vec2<u32>(named, keys.y - keys.x);

    var share = exp_kept(lse[at] - dense_lse[at]);
    if is_neg_inf(lse[at]) {
        // Nothing of something, or all of nothing.
        share = select(0.0, 1.0, is_neg_inf(dense_lse[at]));
    }
    kept_mass[at] = share;
}
