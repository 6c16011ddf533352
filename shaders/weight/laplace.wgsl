// (1 + erf((s - sqrt(1/2)) / sqrt(1 / (2 pi)))) / 2 (Ma et al., Mega). The complement of erf by
// 7.1.26 of Abramowitz and Stegun, off by 1.5e-7 at most; the tail is its own, not a difference.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    let x = (s - 0.70710678) * 2.5066283;
    let a = min(abs(x), 9.0);
    let t = 1.0 / (1.0 + 0.3275911 * a);
    let series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
    let tail = 0.5 * series * exp(-a * a);
    return select(tail, 1.0 - tail, x > 0.0);
}
