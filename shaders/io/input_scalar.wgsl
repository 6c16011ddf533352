// One element of the input.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
