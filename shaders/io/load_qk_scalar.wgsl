// Four elements of a row that starts at element `base`, at any alignment; 0 past the end.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < QK_DIM { r.x = f32(q[base + d]); }
    if d + 1u < QK_DIM { r.y = f32(q[base + d + 1u]); }
    if d + 2u < QK_DIM { r.z = f32(q[base + d + 2u]); }
    if d + 3u < QK_DIM { r.w = f32(q[base + d + 3u]); }
    return r;
}

fn load_k4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < QK_DIM { r.x = f32(k[base + d]); }
    if d + 1u < QK_DIM { r.y = f32(k[base + d + 1u]); }
    if d + 2u < QK_DIM { r.z = f32(k[base + d + 2u]); }
    if d + 3u < QK_DIM { r.w = f32(k[base + d + 3u]); }
    return r;
}
