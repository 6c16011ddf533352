// One 16-bit element, from words.
fn load_tensor(at: u32) -> f32 {
    let pair = unpack_word(tensor[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
