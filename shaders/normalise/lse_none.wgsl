// The log-sum-exp is not wanted.
fn store_lse(at: u32, x: vec2<f32>) {}
