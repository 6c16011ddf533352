// The weight of one key of every row.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return select(0.0, prob, kv_idx == next[batch * len + q_idx]);
}
