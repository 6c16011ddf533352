// 1, x / d^(1/4) and all products of two elements / sqrt(2 d): the product of two rows is the
// second-order Taylor series of exp(q.k / sqrt(d)) (Arora et al., Based).
fn row_stats(at: u32) -> vec2<f32> {
    let root = sqrt(f32(DIM));
    return vec2<f32>(1.0 / sqrt(root), 1.0 / (sqrt(2.0) * root));
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    if f == 0u {
        return 1.0;
    }
    if f <= DIM {
        return load_input(at + f - 1u) * stats.x;
    }
    let pair = f - 1u - DIM;
    return load_input(at + pair / DIM) * load_input(at + pair % DIM) * stats.y;
}
