// Every key, for the first n.x positions.
fn sees_first_queries(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return p >= 0 && p < i32(n.x);
}
fn tile_first_queries(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return p.y >= 0 && p.x < i32(n.x);
}
