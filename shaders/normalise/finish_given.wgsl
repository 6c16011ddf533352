// Weights that are not normalised again; the log-sum-exp is the one that was given.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec2<f32> {
    return vec2<f32>(1.0, m);
}
