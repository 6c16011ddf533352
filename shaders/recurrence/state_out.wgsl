// Keeps the last state.
fn store_state(at: u32, x: f32) { state_out[at] = x; }
