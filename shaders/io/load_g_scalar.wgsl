// Four elements of a row that starts at element `base`, at any alignment; 0 past the end.
fn load_g4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < V_DIM { r.x = f32(grad_o[base + d]); }
    if d + 1u < V_DIM { r.y = f32(grad_o[base + d + 1u]); }
    if d + 2u < V_DIM { r.z = f32(grad_o[base + d + 2u]); }
    if d + 3u < V_DIM { r.w = f32(grad_o[base + d + 3u]); }
    return r;
}
