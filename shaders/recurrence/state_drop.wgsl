// The last state is not wanted.
fn store_state(at: u32, x: f32) {}
