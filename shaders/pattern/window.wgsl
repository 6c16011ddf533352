// The nearest keys: n.x before, n.y after.
fn sees_window(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return p - j <= i32(n.x) && j - p <= i32(n.y);
}
fn tile_window(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x <= p.y + i32(n.y) && keys.y > p.x - i32(n.x);
}
