// Packed sequences, or a piece of each. Offsets that fall or pass the end are cut, so that no user's
// data can lead outside a buffer.
fn whole_count(b: u32) -> u32 {
    let start = min(cu_seqlens_q[b], params.total_len);
    let end = min(cu_seqlens_q[b + 1u], params.total_len);
    return min(select(0u, end - start, end > start), params.whole);
}
fn token_count(b: u32) -> u32 {
    let whole = whole_count(b);
    return min(whole - min(whole, params.first), params.len);
}
// A piece of a walk back ends where that of before began.
fn token_start(b: u32) -> u32 {
    let whole = whole_count(b);
    let before = min(whole, params.first);
    let start = min(cu_seqlens_q[b], params.total_len);
    return start + select(before, whole - before - token_count(b), params.reverse_from == 0u);
}
