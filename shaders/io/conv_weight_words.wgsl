// Weight of a tap, one 16-bit element of a word.
fn load_weight(at: u32) -> f32 {
    let pair = unpack_word(weight[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
