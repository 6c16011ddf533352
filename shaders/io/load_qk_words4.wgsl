// Four 16-bit elements from two words, of rows that start and end at multiples of four.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    let w = q[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
}

fn load_k4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    let w = k[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
}
