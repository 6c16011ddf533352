// The sum of a block.
fn pool_next(acc: vec4<f32>, x: vec4<f32>) -> vec4<f32> { return acc + x; }
fn pool_end(acc: vec4<f32>, count: u32) -> vec4<f32> { return acc; }
