// elu(s) + 1.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    return select(s + 1.0, exp(min(s, 0.0)), s < 0.0);
}
