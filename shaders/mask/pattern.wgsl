// Pairs that the pattern does not show are hidden.
fn mask_pattern(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let p = i32(i) + align_offset(q_count(b), kv_count(b));
    return select(MASKED, s, pattern_sees(Row(b, h, i, j), p, i32(j), i32(kv_count(b))));
}
