// Whether a query sees a block of keys by a selection, one bit for each of both.
fn selects(b: u32, h: u32, i: u32, block: u32) -> bool {
    let row = b * params.select_batch + (h / params.select_group) * params.q_len + i;
    return (selection[row * params.select_words + block / 32u] & (1u << (block % 32u))) != 0u;
}
