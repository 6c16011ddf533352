// A selection, one bit for each query and key.
fn mask_selected(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let row = b * params.select_batch + (h / params.select_group) * params.q_len + i;
    let word = selection[row * params.select_words + j / 32u];
    return select(MASKED, s, (word & (1u << (j % 32u))) != 0u);
}
