// exp(x), for rows that stay small.
fn feature_map(x: f32) -> f32 { return exp(x); }
