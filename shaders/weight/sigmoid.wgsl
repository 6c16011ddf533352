// 1 / (1 + exp(-(s + bias))). The exponent is clamped: some drivers' exp of large numbers is no
// infinity.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    return 1.0 / (1.0 + exp(min(-(s + params.weight_bias), 88.0)));
}
