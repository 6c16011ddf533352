// A token before the first.
fn load_past(at: u32) -> f32 { return f32(state_in[at]); }
