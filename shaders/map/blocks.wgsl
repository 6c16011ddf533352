// Cells are blocks of queries by blocks of keys.
fn cell_queries(row: u32, column: u32, q_len: u32) -> vec2<u32> {
    return vec2<u32>(row * params.block_q, min((row + 1u) * params.block_q, q_len));
}
fn cell_keys(row: u32, column: u32, i: u32) -> vec2<u32> {
    return vec2<u32>(column, column + 1u) * params.block_kv;
}
