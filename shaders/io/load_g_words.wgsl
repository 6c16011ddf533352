// Four 16-bit elements from words, at any alignment; 0 past the end.
fn element_g(at: u32) -> f32 {
    let pair = unpack_word(grad_o[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
}
fn load_g4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < V_DIM { r.x = element_g(base + d); }
    if d + 1u < V_DIM { r.y = element_g(base + d + 1u); }
    if d + 2u < V_DIM { r.z = element_g(base + d + 2u); }
    if d + 3u < V_DIM { r.w = element_g(base + d + 3u); }
    return r;
}
