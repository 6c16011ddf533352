// One element.
fn load_tensor(at: u32) -> f32 { return f32(tensor[at]); }
