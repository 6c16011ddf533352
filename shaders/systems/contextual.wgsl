// A score for each contextual position, interpolated between whole ones.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let row = (batch * heads + head) * len + q_idx;
    let position = min(positions[row * len + kv_idx], f32(most));
    let below = u32(floor(position));
    let share = position - floor(position);
    let at = row * (most + 1u);
    return score + (1.0 - share) * embedded[at + below] + share * embedded[at + min(below + 1u, most)];
}
