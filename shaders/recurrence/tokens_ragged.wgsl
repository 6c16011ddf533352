// Packed sequences. Offsets that fall or pass the end are cut, so that no user's data can lead
// outside a buffer.
fn token_start(b: u32) -> u32 { return min(cu_seqlens_q[b], params.total_len); }
fn token_count(b: u32) -> u32 {
    let start = token_start(b);
    let end = min(cu_seqlens_q[b + 1u], params.total_len);
    return min(select(0u, end - start, end > start), params.len);
}
