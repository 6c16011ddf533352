// The element itself.
fn feature_map(x: f32) -> f32 { return x; }
