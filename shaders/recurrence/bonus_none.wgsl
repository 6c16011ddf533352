// The current token passes through the state.
fn bonus_element(at: u32) -> f32 { return 0.0; }
