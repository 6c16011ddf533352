// The state does not fade.
fn decay_element(at: u32) -> f32 { return 0.0; }
