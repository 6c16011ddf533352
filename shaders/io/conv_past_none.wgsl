// Nothing came before the first token.
fn load_past(at: u32) -> f32 { return 0.0; }
