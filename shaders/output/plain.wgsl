// Four columns of an output row, as they are.
fn output(x: vec4<f32>, b: u32, h: u32, i: u32, d: u32) -> vec4<f32> { return x; }
