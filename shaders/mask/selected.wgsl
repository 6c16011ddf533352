// A selection, one bit for each query and block of keys; only partial blocks ask it.
fn mask_selected(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if !tile_partial {
        return s;
    }
    let row = b * params.select_batch + (h / params.select_group) * params.q_len + i;
    let word = selection[row * params.select_words + tile_block / 32u];
    return select(MASKED, s, (word & (1u << (tile_block % 32u))) != 0u);
}
