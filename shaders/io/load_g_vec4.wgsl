// Four elements at once, of rows that start and end at multiples of four.
fn load_g4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(grad_o[(base + d) >> 2u]);
}
