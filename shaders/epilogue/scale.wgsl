// A factor.
fn step_scale(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 { return x * params.factor; }
