// Keeps the log-sum-exp of a row.
fn store_lse(at: u32, x: f32) { lse[at] = x; }
