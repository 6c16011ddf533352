// exp of x.
fn activation(x: f32) -> f32 { return exp(x); }
