// The largest weight, from logs of weights.
fn stat_first() -> vec3<f32> { return vec3<f32>(0.0); }
fn stat_next(a: vec3<f32>, w: f32) -> vec3<f32> { return max(a, vec3<f32>(exp(w))); }
fn stat_end(a: vec3<f32>) -> vec2<f32> { return vec2<f32>(a.x, 0.0); }
