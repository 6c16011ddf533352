// One 16-bit element of the cosine and sine tables, from words.
fn table_half(word: u32, at: u32) -> f32 {
    let pair = unpack_word(word);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
fn load_cos(at: u32) -> f32 { return table_half(cos_table[at >> 1u], at); }
fn load_sin(at: u32) -> f32 { return table_half(sin_table[at >> 1u], at); }
