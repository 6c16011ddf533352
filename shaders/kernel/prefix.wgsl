// Softmax attention of one query over every prefix: the running maximum, sum and output of four
// columns a thread, over tiles of scores that the workgroup finds together.
//
// Constants: WORKGROUP, QK_DIM, V_DIM, CONTINUED.

var<workgroup> scores: array<f32, WORKGROUP>;

fn score(q_row: u32, k_row: u32) -> f32 {
    var sum = vec4<f32>(0.0);
    for (var d = 0u; d < QK_DIM; d += 4u) {
        sum += load_q4(q_row, d) * load_k4(k_row, d);
    }
    return params.scale * (sum.x + sum.y + sum.z + sum.w);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let column = (id % params.slices * WORKGROUP + tid) * 4u;
    let row = id / params.slices;
    let h = params.head_base + row % params.head_count;
    let b = params.batch_base + row / params.head_count;
    let q_row = params.q_offset + b * params.q_batch + h * params.q_head;
    let k_rows = params.k_offset + b * params.k_batch + h * params.k_head;
    let v_rows = params.v_offset + b * params.v_batch + h * params.v_head;
    let o_rows = params.o_offset + b * params.o_batch + h * params.o_head;
    let place = b * params.heads + h;
    let state = place * (V_DIM + 1u);

    var top = MASKED;
    var sum = 0.0;
    var acc = vec4<f32>(0.0);
    if CONTINUED {
        let lse = load_state(state + V_DIM);
        if !is_neg_inf(lse) {
            top = lse;
            sum = 1.0;
            for (var n = 0u; n < 4u; n++) {
                if column + n < V_DIM {
                    acc[n] = load_state(state + column + n);
                }
            }
        }
    }
    for (var first = 0u; first < params.len; first += WORKGROUP) {
        if first + tid < params.len {
            scores[tid] = score(q_row, k_rows + (first + tid) * params.k_row);
        }
        workgroupBarrier();
        for (var t = 0u; t < min(WORKGROUP, params.len - first); t++) {
            let s = scores[t];
            let next = max(top, s);
            let kept = exp_kept(top - next);
            let own = exp_kept(s - next);
            sum = sum * kept + own;
            acc = acc * kept;
            if column < V_DIM {
                acc += own * load_v4(v_rows + (first + t) * params.v_row, column);
                store_o4(o_rows + (first + t) * params.o_row, column, V_DIM, acc / sum);
            }
            top = next;
            if column == 0u {
                store_lse(place * params.lse_row + params.lse_offset + first + t, log_parts(top, sum));
            }
        }
        workgroupBarrier();
    }
    // The state may be updated in place: every thread has read it.
    workgroupBarrier();
    for (var n = 0u; n < 4u; n++) {
        if column + n < V_DIM {
            store_state(state + column + n, select(0.0, acc[n] / sum, row_seen(sum)));
        }
    }
    if column == 0u {
        store_state(state + V_DIM, log_sum(top, sum));
    }
}
