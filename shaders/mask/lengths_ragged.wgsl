// Packed batch entries. Offsets that fall or pass the end are cut, so that no user's data can
// lead outside a buffer.
fn cut(start: u32, end: u32, longest: u32) -> u32 {
    return min(select(0u, end - start, end > start), longest);
}
fn q_start(b: u32) -> u32 { return min(cu_seqlens_q[b], params.total_q); }
fn q_count(b: u32) -> u32 {
    return cut(q_start(b), min(cu_seqlens_q[b + 1u], params.total_q), params.q_len);
}
fn kv_start(b: u32) -> u32 { return min(cu_seqlens_kv[b], params.total_kv); }
fn kv_count(b: u32) -> u32 {
    return cut(kv_start(b), min(cu_seqlens_kv[b + 1u], params.total_kv), params.kv_len);
}
