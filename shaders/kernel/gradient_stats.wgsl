// What gradients need of every row, one thread a row: the two numbers of its log-sum-exp, and its output
// times the gradient by it, which is what every weight's gradient is relative to.
//
// Constants: WORKGROUP, V_DIM.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let i = at % params.total_q;
    let h = params.head_base + (at / params.total_q) % params.packs;
    let b = params.batch_base + at / (params.total_q * params.packs);
    let row = (b * params.q_heads + h) * params.total_q + i;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    let grad_at = params.grad_offset + b * params.grad_batch + h * params.grad_head + i * params.grad_row;
    var sum = 0.0;
    for (var d = 0u; d < V_DIM; d += 4u) {
        let g = load_grad_o4(grad_at, d);
        for (var n = 0u; n < min(4u, V_DIM - d); n++) {
            sum = fma(g[n], load_input(o_at + d + n), sum);
        }
    }
    row_stats[row] = vec4<f32>(part_lse(row), sum, 0.0);
}
