// Softmax over the features of a row.
fn row_stats(at: u32) -> vec2<f32> {
    var top = load_input(at);
    for (var d = 1u; d < DIM; d++) {
        top = max(top, load_input(at + d));
    }
    var sum = 0.0;
    for (var d = 0u; d < DIM; d++) {
        sum += exp(load_input(at + d) - top);
    }
    return vec2<f32>(top, sum);
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    return exp(load_input(at + f) - stats.x) / stats.y;
}
