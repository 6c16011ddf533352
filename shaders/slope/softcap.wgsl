// Derivative of score/softcap, 1 - tanh(x)^2, from one exponential: no digits are lost where the cap is
// reached.
fn softcap_slope(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let e = exp_kept(-2.0 * abs(s / params.softcap));
    return 4.0 * e / ((1.0 + e) * (1.0 + e));
}
