// Derivative of the user's score_mod by its score, as the user gives it.
fn hook_score_slope(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 { return score_mod_slope(s, b, h, i, j); }
