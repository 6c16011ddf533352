// w.tanh(q + k), four features at a time (Bahdanau et al.). The argument is clamped: some
// drivers' tanh overflows, and it is 1 by then.
fn pair_weight(h: u32, d: u32) -> f32 {
    // Features past the end are 0 in query and key, and tanh(0) is.
    return pair_weights[h * QK_DIM + min(d, QK_DIM - 1u)];
}
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 {
    let w = vec4<f32>(pair_weight(h, d), pair_weight(h, d + 1u), pair_weight(h, d + 2u), pair_weight(h, d + 3u));
    let sum = x + k;
    let t = tanh(clamp(sum, vec4<f32>(-15.0), vec4<f32>(15.0)));
    // Clamping may drop a NaN.
    let nan = (bitcast<vec4<u32>>(sum) & vec4<u32>(0x7fffffffu)) > vec4<u32>(0x7f800000u);
    return dot(w, select(t, sum, nan));
}
