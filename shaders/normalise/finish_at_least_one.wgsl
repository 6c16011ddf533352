// Division by the sum's size, or by 1 if that is less.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec3<f32> {
    return vec3<f32>(select(1.0 / max(abs(l), 1.0), l, is_nan(l)), 0.0, 0.0);
}
