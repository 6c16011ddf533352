// The largest of a block, feature by feature.
fn pool_next(acc: vec4<f32>, x: vec4<f32>) -> vec4<f32> { return max(acc, x); }
fn pool_end(acc: vec4<f32>, count: u32) -> vec4<f32> { return acc; }
