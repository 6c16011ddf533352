// Tokens of the blocks that the query's block chose.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    let row = (batch * heads + head / group) * blocks + block_of[batch * len + q_idx];
    let block = block_of[batch * len + kv_idx];
    return ((chosen[row * words + block / 32u] >> (block % 32u)) & 1u) == 1u;
}
