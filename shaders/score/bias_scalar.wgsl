// Additive mask; -inf hides. Keys past its end are hidden.
fn bias_add(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if j >= params.bias_kv_len || s == MASKED {
        return MASKED;
    }
    let at = params.bias_offset + b * params.bias_batch + h * params.bias_head + i * params.bias_row + j * params.bias_key;
    let x = f32(bias[at]);
    let y = keep_visible(s + x);
    // A finite bias hides nothing, however low.
    return select(y, MASKED, is_neg_inf(x));
}
