// Keeps the log-sum-exp of a row in its two numbers, for a later pass.
fn store_lse(at: u32, x: vec2<f32>) { lse_parts[at] = x; }
