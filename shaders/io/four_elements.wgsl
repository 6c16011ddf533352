// Four elements of a row that starts at element `base`, at any alignment; 0 past the end.
fn load_tensor4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < TENSOR_DIM { r.x = load_tensor(base + d); }
    if d + 1u < TENSOR_DIM { r.y = load_tensor(base + d + 1u); }
    if d + 2u < TENSOR_DIM { r.z = load_tensor(base + d + 2u); }
    if d + 3u < TENSOR_DIM { r.w = load_tensor(base + d + 3u); }
    return r;
}
