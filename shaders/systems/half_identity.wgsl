// Half of the weight, half of the token's own: a residual stream's share (Abnar and Zuidema).
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    return 0.5 * prob + select(0.0, 0.5, q_idx == kv_idx);
}
