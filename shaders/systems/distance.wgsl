// Weights times the distance, at most `window`.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return prob * min(abs(f32(q_idx) - f32(kv_idx)), window);
}
