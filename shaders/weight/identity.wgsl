// The score.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 { return s; }
