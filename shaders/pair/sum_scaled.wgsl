// The scale of products that a choice compares. Its power of two is in the query, which rounds nothing and
// keeps large products in range; the rest, 1 to 2 and the sign, is taken to the sum, so that products
// that are equal stay so.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x * bitcast<f32>(bitcast<u32>(params.scale) & 0x7f800000u); }
fn scale_rest() -> f32 { return bitcast<f32>((bitcast<u32>(params.scale) & 0x807fffffu) | 0x3f800000u); }
fn scale_pair(s: f32) -> f32 { return s * scale_rest(); }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s * scale_rest(); }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return s + pair(x, k, h, d); }
