// The first n.x keys.
fn sees_first_keys(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return j < i32(n.x);
}
fn tile_first_keys(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x < i32(n.x);
}
