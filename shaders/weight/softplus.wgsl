// ln(1 + exp(s)). Of small exponentials the log loses digits: their series instead.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    let e = exp(-abs(s));
    let series = e * (1.0 - e * (0.5 - e * (1.0 / 3.0 - e * 0.25)));
    return max(s, 0.0) + select(log(1.0 + e), series, e < 0.03);
}
