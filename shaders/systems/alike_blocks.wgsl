// Blocks of keys whose tokens are alike, those before the queries' last one if causal.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    let alike = block_marks[(batch * heads + head / group) * blocks + kv_idx] >= least;
    return alike && (causal == 0u || kv_idx * block_kv < (q_idx + 1u) * block_q);
}
