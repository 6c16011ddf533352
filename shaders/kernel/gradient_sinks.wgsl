// Gradients by the logits of sinks, one workgroup a head: a sink's weight, which has no value, takes from
// what the output gives.
//
// Constants: WORKGROUP (a power of two).

var<workgroup> sums: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let h = group_id(wid);
    if h >= params.q_heads {
        return;
    }
    var sum = 0.0;
    for (var b = params.batch_base; b < params.batch_base + params.packs; b++) {
        let first = b * params.lse_batch + h * params.lse_head + q_start(b);
        for (var i = tid; i < q_count(b); i += WORKGROUP) {
            let row = row_stats[first + i];
            let weight = exp_kept((sinks[h] - row.x) - row.y);
            // The output of a row that saw nothing else is zeros, whatever its gradient is.
            sum -= select(weight * row.z, 0.0, row.x == sinks[h] && row.y == 0.0);
        }
    }
    sums[tid] = sum;
    for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if tid < half {
            sums[tid] += sums[tid + half];
        }
    }
    if tid == 0u {
        grad_sinks[h] = sums[0];
    }
}
