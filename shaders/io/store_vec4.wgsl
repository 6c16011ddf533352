// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
