// exp of x kept in -1..1.
fn activation(x: f32) -> f32 { return exp(clamp(x, -1.0, 1.0)); }
