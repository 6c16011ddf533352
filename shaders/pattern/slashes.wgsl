// Diagonals that the head's bits name; the last holds a query and its own key.
fn slash_bit(b: u32, head: u32, t: i32) -> bool {
    if t < 0 || t >= i32(params.kv_len) {
        return false;
    }
    let word = slashes[(b * params.q_heads + head) * ((params.kv_len + 31u) / 32u) + u32(t) / 32u];
    return (word & (1u << (u32(t) % 32u))) != 0u;
}
fn sees_slashes(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return slash_bit(row.b, row.head, j - p + i32(params.kv_len) - 1);
}
fn tile_slashes(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    var some = false;
    let end = i32(params.kv_len) - 1;
    for (var h = rows.head; h < rows.head + params.pack; h++) {
        for (var t = max(keys.x - p.y + end, 0); t <= min(keys.y - 1 - p.x, 0) + end; t++) {
            some = some || slash_bit(rows.b, h, t);
        }
    }
    return some;
}
