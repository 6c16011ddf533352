// Keeps the two numbers of a log-sum-exp.
fn store_stat(at: u32, x: vec2<f32>) { lse_parts[at] = x; }
