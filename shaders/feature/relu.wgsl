// max(x, 0).
fn feature_map(x: f32) -> f32 { return max(x, 0.0); }
