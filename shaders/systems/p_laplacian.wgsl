// Weights times a power of the distance of features, from its negative square.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let square = -features[((batch * heads + head) * q_len + q_idx) * kv_len + kv_idx];
    return score + half_power * log(max(square, 0.0) + 1e-6);
}
