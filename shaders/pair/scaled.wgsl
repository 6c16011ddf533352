// The scale of forms that are not linear in the query.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x; }
fn scale_pair(s: f32) -> f32 { return s * params.scale; }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s * params.scale; }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return s + pair(x, k, h, d); }
