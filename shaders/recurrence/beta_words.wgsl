// Rate of an update, one 16-bit element of a word.
fn beta_element(at: u32) -> f32 {
    let pair = unpack_word(beta[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
