// One 16-bit element of the input, from words.
fn load_input(at: u32) -> f32 {
    let pair = unpack_word(input[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
