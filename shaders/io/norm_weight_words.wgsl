// Weight of a norm, one 16-bit element of a word.
fn load_norm_weight(at: u32) -> f32 {
    let pair = unpack_word(norm_weight[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
