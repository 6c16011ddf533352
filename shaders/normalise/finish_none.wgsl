// No division. Partial results are added: each counts as much as the next.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec3<f32> {
    return vec3<f32>(1.0, 0.0, 0.0);
}
