// Heads that are switched off attend to all that they see alike.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return select(0.0, score, heads_on[head] != 0u);
}
