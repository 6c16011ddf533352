// max(s, 0)^2.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    let x = max(s, 0.0);
    return x * x;
}
