// The state starts as zeros.
fn load_state(at: u32) -> f32 { return 0.0; }
