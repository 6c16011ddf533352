// 1 - tanh(x)^2 of the soft cap, from one exponential: no digits are lost where the cap is reached.
fn cap_slope(s: f32) -> f32 {
    let e = exp_kept(-2.0 * abs(s / params.softcap));
    return 4.0 * e / ((1.0 + e) * (1.0 + e));
}
