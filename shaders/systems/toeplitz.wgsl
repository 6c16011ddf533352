// Weights times a number for each distance, `factors[head][j - i + len - 1]`.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return prob * factors[head * (2u * len - 1u) + kv_idx + len - 1u - q_idx];
}
