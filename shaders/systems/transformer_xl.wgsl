// The terms of Transformer-XL beside q.k: q.r, u.k and v.r, with r by distance.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let distance = u32(clamp(i32(q_idx) - i32(kv_idx) + span, 0, i32(vectors) - 1));
    let content = relative[((batch * heads + head) * len + q_idx) * vectors + distance];
    let key = key_terms[(batch * heads + head) * kv_len + kv_idx];
    return score + content + key + distance_terms[head * vectors + distance];
}
