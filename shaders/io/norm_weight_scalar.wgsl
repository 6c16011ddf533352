// Weight of a norm.
fn load_norm_weight(at: u32) -> f32 { return f32(norm_weight[at]); }
