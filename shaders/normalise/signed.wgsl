// sign(s) exp(|s|), with the largest |s| found on the way (Cog attention).
fn first_max(lse_at: u32) -> f32 { return MASKED; }
fn next_max(m: f32, tile: f32) -> f32 { return max(m, tile); }

// |s|, and MASKED of hidden pairs.
fn sizes(s: vec4<f32>) -> vec4<f32> { return select(abs(s), s, s == vec4<f32>(MASKED)); }
fn size_of(s: vec4<f32>) -> f32 {
    let x = sizes(s);
    return max(max(x.x, x.y), max(x.z, x.w));
}

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, key: u32) -> vec4<f32> {
    let p = exp_kept4(sizes(s) - vec4<f32>(top));
    // Of a score of 0, 0: sign(s) is.
    let signed = select(select(p, -p, s < vec4<f32>(0.0)), vec4<f32>(0.0), s == vec4<f32>(0.0));
    return select(signed, vec4<f32>(0.0), s == vec4<f32>(MASKED));
}
