// 32 columns of a selection row, from one byte each.
fn selected_word(row: u32, w: u32) -> u32 {
    var bits = 0u;
    for (var n = w * 32u; n < min(params.blocks, (w + 1u) * 32u); n++) {
        let at = row * params.blocks + n;
        let byte = (block_mask[at / 4u] >> ((at % 4u) * 8u)) & 0xffu;
        bits |= select(0u, 1u << (n % 32u), byte != 0u);
    }
    return bits;
}
