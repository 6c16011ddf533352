// Derivative of an edited score by the scaled product: of the soft cap.
fn score_slope(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 { return cap_slope(s); }
