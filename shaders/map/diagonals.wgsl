// Cells are diagonals; column 0 begins at the last query and the first key. The only row holds
// every query.
fn cell_queries(row: u32, column: u32, q_len: u32) -> vec2<u32> {
    let last = params.q_len - 1u;
    // Key column + i - last must be one of the keys.
    return vec2<u32>(last - min(column, last), min(q_len, params.kv_len + last - min(column, params.kv_len + last)));
}
fn cell_keys(row: u32, column: u32, i: u32) -> vec2<u32> {
    let key = column + i - (params.q_len - 1u);
    return vec2<u32>(key, key + 1u);
}
