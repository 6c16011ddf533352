// A token before the first, one 16-bit element of a word.
fn load_past(at: u32) -> f32 {
    let pair = unpack_word(state_in[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
