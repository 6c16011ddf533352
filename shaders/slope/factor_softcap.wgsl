// Derivative of an edited score by the scaled product: its factor, and that of the soft cap.
fn score_slope(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let factor = score_factor(1.0, b, h, i, j);
    return factor * cap_slope(factor * s);
}
