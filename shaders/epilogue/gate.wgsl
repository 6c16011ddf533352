// Multiplies by the gate.
fn step_gate(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 { return x * row_gate(b, h, i, d); }
