// Four elements at once, of rows that start and end at multiples of four.
fn load_tensor4(base: u32, d: u32) -> vec4<f32> {
    if d >= TENSOR_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(tensor[(base + d) >> 2u]);
}
