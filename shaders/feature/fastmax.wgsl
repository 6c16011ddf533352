// 1, y and all products of two elements / sqrt(2) of y = (x - mean x) / std x: the product of two
// rows is 1 + s + s^2 / 2 of s = y . y' (Gerami et al., FAST).
fn row_stats(at: u32) -> vec2<f32> {
    var mean = 0.0;
    for (var d = 0u; d < DIM; d++) {
        mean += load_input(at + d) / f32(DIM);
    }
    var square = 0.0;
    for (var d = 0u; d < DIM; d++) {
        let x = load_input(at + d) - mean;
        square += x * x / f32(DIM);
    }
    // A row of equal elements has no direction.
    return vec2<f32>(mean, select(1.0 / sqrt(square), 0.0, square == 0.0));
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    if f == 0u {
        return 1.0;
    }
    if f <= DIM {
        return (load_input(at + f - 1u) - stats.x) * stats.y;
    }
    let pair = f - 1u - DIM;
    let x = (load_input(at + pair / DIM) - stats.x) * (load_input(at + pair % DIM) - stats.x);
    return x * stats.y * stats.y * 0.7071067811865476;
}
