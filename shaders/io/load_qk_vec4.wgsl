// Four elements at once, of rows that start and end at multiples of four.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(q[(base + d) >> 2u]);
}

fn load_k4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(k[(base + d) >> 2u]);
}
