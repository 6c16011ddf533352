// A weight as the function gives it.
fn adjust(w: f32, b: u32, head: u32, i: u32) -> f32 { return w; }
