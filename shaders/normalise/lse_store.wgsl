// Keeps the log-sum-exp of a row.
fn store_lse(at: u32, x: vec2<f32>) { lse[at] = x.x + x.y; }
