// The identity more, the mean of the visible values less; causal.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return prob + select(0.0, 1.0, q_idx == kv_idx) - 1.0 / f32(q_idx + 1u);
}
