// Bias of a channel, one 16-bit element of a word.
fn load_channel_bias(at: u32) -> f32 {
    let pair = unpack_word(channel_bias[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
