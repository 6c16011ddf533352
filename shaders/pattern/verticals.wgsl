// Keys that the head's bits name.
fn vertical_bit(b: u32, head: u32, j: u32) -> bool {
    let word = verticals[(b * params.q_heads + head) * ((params.kv_len + 31u) / 32u) + j / 32u];
    return (word & (1u << (j % 32u))) != 0u;
}
fn sees_verticals(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return vertical_bit(row.b, row.head, row.j);
}
fn tile_verticals(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    var some = false;
    for (var h = rows.head; h < rows.head + params.pack; h++) {
        for (var j = rows.keys.x; j < rows.keys.y; j++) {
            some = some || vertical_bit(rows.b, h, u32(j));
        }
    }
    return some;
}
