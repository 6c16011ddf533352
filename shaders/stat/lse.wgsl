// Log of the sum of exponentials, as two numbers to be added.
fn stat_first() -> vec3<f32> { return vec3<f32>(MASKED, 0.0, 0.0); }
fn stat_next(a: vec3<f32>, w: f32) -> vec3<f32> {
    return stat_join(a, vec3<f32>(w, 1.0, 0.0));
}
fn stat_join(a: vec3<f32>, b: vec3<f32>) -> vec3<f32> {
    let top = max(a.x, b.x);
    let sum = a.y * exp_kept(a.x - top) + b.y * exp_kept(b.x - top);
    return vec3<f32>(top, sum, 0.0);
}
fn stat_end(a: vec3<f32>) -> vec2<f32> { return log_parts(a.x, a.y); }
