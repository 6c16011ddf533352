// The state is updated in place.
fn load_state(at: u32) -> f32 { return state_out[at]; }
