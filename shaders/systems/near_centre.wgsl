// Keys within `reach` of the query's centre.
fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
    return abs(f32(kv_idx) - centres[batch * q_len + q_idx]) <= reach;
}
