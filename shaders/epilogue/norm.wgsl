// Root mean square norm of the row; its square sum is found by a walk before.
fn step_norm(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 {
    measured = x;
    return x * inverse_rms * norm_factor(b, h, i, d);
}
