// Keeps the first number.
fn store_stat(at: u32, x: vec2<f32>) { lse[at] = x.x; }
