// Weight of a tap.
fn load_weight(at: u32) -> f32 { return f32(weight[at]); }
