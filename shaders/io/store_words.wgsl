// Four 16-bit elements into two words, of rows that start and end at multiples of two.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 1u] = pack_word(x.xy); }
    if d + 2u < dim { o[(base + d + 2u) >> 1u] = pack_word(x.zw); }
}
