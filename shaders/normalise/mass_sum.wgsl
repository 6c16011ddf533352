// The sum of weights.
fn mass(s: vec4<f32>, p: vec4<f32>) -> f32 { return p.x + p.y + p.z + p.w; }
