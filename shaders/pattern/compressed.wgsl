// Key j stands for n.x tokens and is seen once all of them are past.
fn sees_compressed(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return (j + 1) * i32(n.x) - 1 <= p;
}
fn tile_compressed(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return (keys.x + 1) * i32(n.x) - 1 <= p.y;
}
