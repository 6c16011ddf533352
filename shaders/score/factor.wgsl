// A factor of every pair, by any of its indices.
fn score_factor(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return s * score_factors[b * params.factor_batch + h * params.factor_head + i * params.factor_row + j * params.factor_key];
}
