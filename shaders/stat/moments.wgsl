// Count, mean and sum of squared distances from the mean (Welford; Chan, Golub and LeVeque).
fn stat_first() -> vec3<f32> { return vec3<f32>(0.0); }
fn stat_next(a: vec3<f32>, w: f32) -> vec3<f32> {
    let n = a.x + 1.0;
    let off = w - a.y;
    let mean = a.y + off / n;
    return vec3<f32>(n, mean, a.z + off * (w - mean));
}
fn stat_join(a: vec3<f32>, b: vec3<f32>) -> vec3<f32> {
    let n = a.x + b.x;
    if a.x == 0.0 || b.x == 0.0 {
        return a + b;
    }
    let off = b.y - a.y;
    return vec3<f32>(n, a.y + off * b.x / n, a.z + b.z + off * off * a.x * b.x / n);
}
fn stat_end(a: vec3<f32>) -> vec2<f32> {
    return vec2<f32>(a.y, 1.0 / sqrt(a.z / max(a.x, 1.0) + params.epsilon));
}
