// Keeps the log-sum-exp of a row, and its two numbers for a later pass.
fn store_lse(at: u32, x: vec2<f32>) {
    lse[at] = x.x + x.y;
    lse_parts[at] = x;
}
