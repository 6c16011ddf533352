// Causal, and the prefix of every sequence is seen by all.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    return kv_idx <= q_idx || kv_idx < prefix[batch];
}
