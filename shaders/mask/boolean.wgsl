// Boolean mask of one byte a pair; 0 hides. Keys past its end are hidden.
fn mask_boolean(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if j >= params.mask_kv_len {
        return MASKED;
    }
    let at = params.mask_offset + b * params.mask_batch + h * params.mask_head + i * params.mask_row + j * params.mask_key;
    let byte = (mask[at >> 2u] >> ((at & 3u) * 8u)) & 0xffu;
    return select(MASKED, s, byte != 0u);
}
