// Logits by the query and the distance alone, `taps` of them.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return score + logits[((batch * len + q_idx) * heads + head) * taps + min(q_idx - kv_idx, taps - 1u)];
}
