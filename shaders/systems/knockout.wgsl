// Causal without the edges from a range of keys to a range of queries.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    let blocked = q_idx >= q_first && q_idx < q_end && kv_idx >= kv_first && kv_idx < kv_end;
    return kv_idx <= q_idx && !blocked;
}
