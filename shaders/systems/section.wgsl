// The score of a token's section beside its own.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return score + sections[(batch * q_len + q_idx) * count + section_of[kv_idx]];
}
