// Scores times a Gaussian of the distance.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let d = (f32(q_idx) - f32(kv_idx)) / sigma;
    return score * exp(-0.5 * d * d);
}
