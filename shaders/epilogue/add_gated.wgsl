// Adds the branch times the gate.
fn step_add_gated(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 {
    return x + row_gate(b, h, i, d) * row_branch(b, h, i, d);
}
