// 16-bit elements at any alignment. Two rows may share a word, and half of one may be a gap
// of the view, so each half is replaced alone: cleared, then set, both atomically.
fn store_half(at: u32, x: f32) {
    let shift = (at & 1u) * 16u;
    atomicAnd(&o[at >> 1u], ~(0xffffu << shift));
    atomicOr(&o[at >> 1u], (pack_word(vec2<f32>(x, 0.0)) & 0xffffu) << shift);
}
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { store_half(base + d, x.x); }
    if d + 1u < dim { store_half(base + d + 1u, x.y); }
    if d + 2u < dim { store_half(base + d + 2u, x.z); }
    if d + 3u < dim { store_half(base + d + 3u, x.w); }
}
