// What is not given is one.
fn load_tensor(at: u32) -> f32 { return 1.0; }
