// Count over sum.
fn stat_first() -> vec3<f32> { return vec3<f32>(0.0); }
fn stat_next(a: vec3<f32>, w: f32) -> vec3<f32> { return a + vec3<f32>(1.0, w, 0.0); }
fn stat_join(a: vec3<f32>, b: vec3<f32>) -> vec3<f32> { return a + b; }
fn stat_end(a: vec3<f32>) -> vec2<f32> {
    return vec2<f32>(select(0.0, a.x / a.y, row_seen(a.y)), 0.0);
}
