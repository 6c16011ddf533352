// The state starts as the caller's.
fn load_state(at: u32) -> f32 { return state_in[at]; }
