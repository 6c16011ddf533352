// Scores by position alone: a Gaussian about the query's mean.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let row = (batch * heads + head) * q_len + q_idx;
    let d = (f32(kv_idx) - means[row]) / deviations[row];
    return score - 0.5 * d * d;
}
