// A power of what the weight has over its share. A NaN stays one.
fn adjust(w: f32, b: u32, head: u32, i: u32) -> f32 {
    let x = w * stats[(b * params.q_heads + head) * params.q_len + i].x - params.shift;
    let y = select(0.0, exp2(params.gain * log2(max(x, 1e-37))), x > 0.0);
    return select(y, x, is_nan(x));
}
