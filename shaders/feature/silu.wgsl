// x / (1 + exp(-x)), also called swish.
fn feature_map(x: f32) -> f32 { return x / (1.0 + exp(-x)); }
