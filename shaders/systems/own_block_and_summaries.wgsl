// Keys: `summaries` of blocks, then tokens. A query sees the summaries of earlier blocks, and the
// tokens of its own block up to itself.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    let block = q_idx / size;
    if kv_idx < summaries {
        return kv_idx < block;
    }
    let token = kv_idx - summaries;
    return token <= q_idx && token / size == block;
}
