// Softmax with the maximum and sum found on the way.
fn first_max(lse_at: u32) -> f32 { return MASKED; }
fn next_max(m: f32, tile: f32) -> f32 { return max(m, tile); }

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, slot: u32) -> vec4<f32> {
    return select(exp_kept4(s - vec4<f32>(top)), vec4<f32>(0.0), s == vec4<f32>(MASKED));
}

// Factor of the accumulated output (x) and log-sum-exp (y) of a row with maximum m and sum l.
// The sink counts once, in the first split.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec2<f32> {
    var top = m;
    var shrink = 1.0;
    var sum = l;
    let sink = sink_logit(head);
    if split == 0u && sink != MASKED {
        top = max(top, sink);
        shrink = exp(m - top);
        sum = sum * shrink + exp(sink - top);
    }
    return vec2<f32>(select(0.0, shrink / sum, row_seen(sum)), log_sum(top, sum));
}
