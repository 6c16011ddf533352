// A weight from every score by itself: nothing is carried from tile to tile but sums.
fn first_max(lse_at: u32) -> f32 { return 0.0; }
fn next_max(m: f32, tile: f32) -> f32 { return m; }
fn size_of(s: vec4<f32>) -> f32 { return 0.0; }

fn weight_one(s: f32, b: u32, head: u32, i: u32, key: u32) -> f32 {
    if s == MASKED {
        return 0.0;
    }
    return adjust(weight_kept(s, b, head, key), b, head, i);
}

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, key: u32) -> vec4<f32> {
    return vec4<f32>(
        weight_one(s.x, b, head, i, key),
        weight_one(s.y, b, head, i, key + 1u),
        weight_one(s.z, b, head, i, key + 2u),
        weight_one(s.w, b, head, i, key + 3u),
    );
}
