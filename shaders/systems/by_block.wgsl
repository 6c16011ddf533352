// A number of the query and the key's block beside the score; none in the block where the query stands.
// `own` is the position of query 0; far below 0 queries stand in none.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let block = kv_idx / size;
    let place = i32(q_idx) + own;
    if block >= blocks || (place >= 0 && u32(place) / size == block) {
        return score;
    }
    return score + of_block[((batch * heads + head) * q_len + q_idx) * blocks + block];
}
