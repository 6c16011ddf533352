// ln(1 + x) for x from -1/2 to 1. Near 1, WGSL allows `log` an absolute error of 2^-21, in which
// small logs vanish. This is 2 artanh(x / (2 + x)), a series in ninths at most.
fn log_1p(x: f32) -> f32 {
    let t = x / (2.0 + x);
    let s = t * t;
    let tail = 1.0 / 7.0 + s * (1.0 / 9.0 + s * (1.0 / 11.0 + s * (1.0 / 13.0)));
    return 2.0 * (t + t * s * (1.0 / 3.0 + s * (0.2 + s * tail)));
}
