// ln(1 + exp(s)).
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    return max(s, 0.0) + log_1p(exp(-abs(s)));
}
