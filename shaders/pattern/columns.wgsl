// The last n.y columns of every block of n.x keys.
fn sees_columns(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return u32(j) % n.x + n.y >= n.x;
}
fn tile_columns(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    // The end of the first key's block lies in the tile, or its last columns reach the tile.
    let ends = (u32(keys.x) / n.x + 1u) * n.x;
    return u32(keys.y) > ends - min(ends, n.y);
}
