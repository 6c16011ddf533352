// The order that indices give, for all heads or for some each.
fn row_index(b: u32, h: u32, i: u32) -> u32 {
    return indices[(b * params.index_heads + h * params.index_heads / params.heads) * params.len + i];
}
