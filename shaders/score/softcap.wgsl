// c * tanh(s / c).
fn softcap(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return params.softcap * tanh_kept(s / params.softcap);
}

// WGSL allows `tanh` an absolute error of 1e-5, which the cap multiplies, and some drivers' overflows.
// Below 1 a continued fraction (Lambert), good to the last digits of x however small; a NaN goes
// that way.
fn tanh_kept(x: f32) -> f32 {
    let s = x * x;
    let above = 135135.0 + s * (17325.0 + s * (378.0 + s));
    let near = x * above / (135135.0 + s * (62370.0 + s * (3150.0 + s * 28.0)));
    let far = 1.0 - 2.0 / (1.0 + exp(2.0 * min(abs(x), 15.0)));
    return select(near, select(-far, far, x > 0.0), abs(x) >= 1.0);
}
