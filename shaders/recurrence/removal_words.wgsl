// What a rank-one rule reads and writes, one 16-bit element of a word.
fn removal_element(at: u32) -> f32 {
    let pair = unpack_word(removal[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
