// Merges partial outputs by their log-sum-exps, one thread four output columns:
// o = sum_p exp(lse_p - lse) o_p with lse = log sum_p exp(lse_p).
// Parts of lse -inf saw no key and count nothing, whatever their output holds. Rows of no sequence have no
// parts and stay as they are: recurrence/tokens_*.
//
// Constants: WORKGROUP, V_DIM, MEAN (weighted mean; else the weighted sum).

const V4: u32 = (V_DIM + 3u) / 4u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    let d = (at % V4) * 4u;
    let t = at / V4 % params.len;
    let h = at / V4 / params.len % params.heads;
    let b = at / V4 / params.len / params.heads;
    if b >= params.batch || t >= token_count(b) {
        return;
    }
    let i = token_start(b) + t;
    let row = b * params.row_batch + h * params.total_len + i;
    var top = MASKED;
    for (var p = 0u; p < params.parts; p++) {
        let x = part_lse(p * params.rows + row);
        if !is_neg_inf(x.x) {
            top = max(top, x.x);
        }
    }
    var sum = 0.0;
    var acc = vec4<f32>(0.0);
    for (var p = 0u; p < params.parts; p++) {
        let x = part_lse(p * params.rows + row);
        if !is_neg_inf(x.x) {
            let w = exp_kept((x.x - top) + x.y);
            sum += w;
            acc += w * partial_o4(p * params.rows + row, d);
        }
    }
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    store_o4(o_at, d, V_DIM, acc * select(1.0, select(0.0, 1.0 / sum, row_seen(sum)), MEAN));
    if d == 0u {
        store_lse(row, log_parts(top, sum));
    }
}
