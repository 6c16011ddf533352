// What is not given is zero.
fn load_tensor(at: u32) -> f32 { return 0.0; }
