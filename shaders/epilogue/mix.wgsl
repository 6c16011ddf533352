// Between the branch (gate 0) and the row (gate 1).
fn step_mix(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 {
    let g = row_gate(b, h, i, d);
    return g * x + (1.0 - g) * row_branch(b, h, i, d);
}
