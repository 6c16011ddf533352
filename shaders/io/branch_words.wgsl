// Element of the second branch, one 16-bit element of a word.
fn load_branch(at: u32) -> f32 {
    let pair = unpack_word(branch[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
