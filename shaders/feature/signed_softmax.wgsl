// Softmax over the row and its negative, joined (Zhang et al., Hedgehog).
fn row_stats(at: u32) -> vec2<f32> {
    var top = 0.0;
    for (var d = 0u; d < DIM; d++) {
        top = max(top, abs(load_input(at + d)));
    }
    var sum = 0.0;
    for (var d = 0u; d < DIM; d++) {
        let x = load_input(at + d);
        sum += exp(x - top) + exp(-x - top);
    }
    return vec2<f32>(top, sum);
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    let x = load_input(at + f % DIM);
    return exp(select(-x, x, f < DIM) - stats.x) / stats.y;
}
