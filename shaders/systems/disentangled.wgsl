// DeBERTa: content to position, and position to content, by clipped distance.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let row = (batch * heads + head) * len;
    let there = u32(clamp(i32(q_idx) - i32(kv_idx) + span, 0, 2 * span - 1));
    let back = u32(clamp(i32(kv_idx) - i32(q_idx) + span, 0, 2 * span - 1));
    let vectors = 2u * u32(span);
    return score + content_position[(row + q_idx) * vectors + there] + position_content[(row + kv_idx) * vectors + back];
}
