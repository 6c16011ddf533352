// Products of queries with vectors of distances, `relative[b][h][i][i - j + span]`, clamped.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let distance = clamp(i32(q_idx) - i32(kv_idx) + span, 0, i32(vectors) - 1);
    return score + relative[((batch * heads + head) * len + q_idx) * vectors + u32(distance)];
}
