// Four elements of an output row, at any alignment; nothing past `dim`.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[base + d] = OutElem(x.x); }
    if d + 1u < dim { o[base + d + 1u] = OutElem(x.y); }
    if d + 2u < dim { o[base + d + 2u] = OutElem(x.z); }
    if d + 3u < dim { o[base + d + 3u] = OutElem(x.w); }
}
