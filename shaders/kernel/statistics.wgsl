// Numbers of a row (over its keys) or of a column (over its queries) of the weights before they
// are normalised, one workgroup each; no buffer holds every pair.
//
// Constants: WORKGROUP (a power of two), QK_DIM, COLUMNS (columns, not rows).

var<workgroup> found: array<vec3<f32>, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid);
    if at >= params.cells {
        return;
    }
    let lines = select(params.q_len, params.kv_len, COLUMNS);
    let line = at % lines;
    let h = (at / lines) % params.q_heads;
    let b = at / (lines * params.q_heads);
    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let offset = align_offset(q_len, kv_len);
    let q_base = params.q_offset + b * params.q_batch + h * params.q_head;
    let k_base = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head;

    var own = stat_first();
    let end = select(kv_len, q_len, COLUMNS);
    for (var n = tid; n < end; n += WORKGROUP) {
        let i = select(line, n, COLUMNS);
        let j = select(n, line, COLUMNS);
        let keys = key_range(i, offset, kv_len);
        if j < keys.x || j >= keys.y {
            continue;
        }
        var s = 0.0;
        for (var d = 0u; d < QK_DIM; d += 4u) {
            s += pair(scale_q(load_q4(q_base + i * params.q_row, d)), load_k4(k_base + j * params.k_row, d), h, d);
        }
        s = edit_score(scale_pair(s), b, h, i, j);
        if s != MASKED {
            own = stat_next(own, weight_kept(keep_visible(s), b, h, j));
        }
    }
    found[tid] = own;
    workgroupBarrier();
    for (var step = WORKGROUP / 2u; step > 0u; step /= 2u) {
        if tid < step {
            found[tid] = stat_join(found[tid], found[tid + step]);
        }
        workgroupBarrier();
    }
    if tid == 0u {
        store_stat(at, stat_end(found[0]));
    }
}
