// No other state.
fn end_element(at: u32) -> f32 { return 0.0; }
