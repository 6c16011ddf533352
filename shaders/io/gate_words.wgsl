// Gate of a row or channel, one 16-bit element of a word.
fn load_gate(at: u32) -> f32 {
    let pair = unpack_word(gate[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
