// Tokens of the query's number's block.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    return block_of[batch * len + kv_idx] == q_idx;
}
