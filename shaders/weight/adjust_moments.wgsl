// The weight by the mean and the deviation of its row.
fn adjust(w: f32, b: u32, head: u32, i: u32) -> f32 {
    let row = stats[(b * params.q_heads + head) * params.q_len + i];
    return params.gain * (w - row.x) * row.y + params.shift;
}
