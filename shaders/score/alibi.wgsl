// -slope * |position of the query - key| (Press et al., ALiBi).
fn alibi(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let offset = align_offset(q_count(b), kv_count(b));
    return s - alibi_slopes[h] * f32(abs(i32(i) + offset - i32(j)));
}
