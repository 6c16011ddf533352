// The scale of products that are only weighed: in the query, once for all keys.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x * params.scale; }
fn scale_pair(s: f32) -> f32 { return s; }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s; }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 {
    return fma(x.w, k.w, fma(x.z, k.z, fma(x.y, k.y, fma(x.x, k.x, s))));
}
