// Two bf16 in a word, rounded to nearest even.
fn unpack_word(w: u32) -> vec2<f32> {
    return vec2<f32>(bitcast<f32>(w << 16u), bitcast<f32>(w & 0xffff0000u));
}
fn bf16_bits(x: f32) -> u32 {
    let u = bitcast<u32>(x);
    let rounded = (u + 0x7fffu + ((u >> 16u) & 1u)) >> 16u;
    // A NaN must not round to infinity.
    let quiet = (u >> 16u) | 0x40u;
    return select(rounded, quiet, (u & 0x7fffffffu) > 0x7f800000u);
}
fn pack_word(v: vec2<f32>) -> u32 {
    return bf16_bits(v.x) | (bf16_bits(v.y) << 16u);
}
