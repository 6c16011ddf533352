// Derivative of score/factor.
fn score_factor_slope(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 { return score_factor(1.0, b, h, i, j); }
