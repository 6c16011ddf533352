// exp(w_f . y - |y|^2 / 2) / sqrt(features) of y = x / d^(1/4): products estimate
// exp(q.k / sqrt(d)) without bias for normal w (Choromanski et al., Performer).
fn row_stats(at: u32) -> vec2<f32> {
    var sum = 0.0;
    for (var d = 0u; d < DIM; d++) {
        let x = load_input(at + d);
        sum += x * x;
    }
    let root = sqrt(f32(DIM));
    return vec2<f32>(1.0 / sqrt(root), 0.5 * sum / root);
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    var sum = 0.0;
    for (var d = 0u; d < DIM; d++) {
        sum += projection[f * DIM + d] * load_input(at + d);
    }
    return exp(sum * stats.x - stats.y) / sqrt(f32(FEATURES));
}
