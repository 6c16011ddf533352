// Additive mask of 16-bit elements packed in words; -inf hides. Keys past its end are hidden.
fn bias_add(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if j >= params.bias_kv_len || s == MASKED {
        return MASKED;
    }
    let at = params.bias_offset + b * params.bias_batch + h * params.bias_head + i * params.bias_row + j * params.bias_key;
    let half = (bias[at >> 1u] >> ((at & 1u) * 16u)) & 0xffffu;
    let y = keep_visible(s + bias_decode(half));
    // A finite bias hides nothing, however low.
    return select(y, MASKED, half == BIAS_NEG_INF);
}
