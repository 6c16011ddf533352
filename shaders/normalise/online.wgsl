// exp of a score, with the maximum found on the way.
fn first_max(lse_at: u32) -> f32 { return MASKED; }
fn next_max(m: f32, tile: f32) -> f32 { return max(m, tile); }
fn size_of(s: vec4<f32>) -> f32 { return max(max(s.x, s.y), max(s.z, s.w)); }

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, slot: u32) -> vec4<f32> {
    // Where all is hidden, MASKED less MASKED would be 0.
    return exp_kept4(s - vec4<f32>(select(top, 0.0, top == MASKED)));
}
