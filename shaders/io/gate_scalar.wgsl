// Gate of a row or channel.
fn load_gate(at: u32) -> f32 { return f32(gate[at]); }
