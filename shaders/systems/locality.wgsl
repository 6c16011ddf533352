// The positional score of ConViT on a grid: v . (dx, dy, dx^2 + dy^2).
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let dx = f32(kv_idx % width) - f32(q_idx % width);
    let dy = f32(kv_idx / width) - f32(q_idx / width);
    return score + positional[3u * head] * dx + positional[3u * head + 1u] * dy + positional[3u * head + 2u] * (dx * dx + dy * dy);
}
