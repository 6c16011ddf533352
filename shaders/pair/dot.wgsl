// The product of a query and a key, four features at a time.
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return dot(x, k); }
