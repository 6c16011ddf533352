// elu(x) + 1 (Katharopoulos et al., Transformers are RNNs).
fn feature_map(x: f32) -> f32 { return select(x + 1.0, exp(min(x, 0.0)), x < 0.0); }
