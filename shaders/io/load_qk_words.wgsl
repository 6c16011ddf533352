// Four 16-bit elements from words, at any alignment; 0 past the end.
fn element_q(at: u32) -> f32 {
    let pair = unpack_word(q[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < QK_DIM { r.x = element_q(base + d); }
    if d + 1u < QK_DIM { r.y = element_q(base + d + 1u); }
    if d + 2u < QK_DIM { r.z = element_q(base + d + 2u); }
    if d + 3u < QK_DIM { r.w = element_q(base + d + 3u); }
    return r;
}

fn element_k(at: u32) -> f32 {
    let pair = unpack_word(k[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
fn load_k4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < QK_DIM { r.x = element_k(base + d); }
    if d + 1u < QK_DIM { r.y = element_k(base + d + 1u); }
    if d + 2u < QK_DIM { r.z = element_k(base + d + 2u); }
    if d + 3u < QK_DIM { r.w = element_k(base + d + 3u); }
    return r;
}
