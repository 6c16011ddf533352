// Keeps both numbers.
fn store_stat(at: u32, x: vec2<f32>) { stats[at] = x; }
