// Key j stands for n.x tokens from j * n.y on and is seen once all of them are past.
fn sees_compressed(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return j * i32(n.y) + i32(n.x) - 1 <= p;
}
fn tile_compressed(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x * i32(n.y) + i32(n.x) - 1 <= p.y;
}
