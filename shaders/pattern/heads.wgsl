// Every key, for the heads of one turn: n.y of every n.x.
fn sees_heads(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return row.head % n.x == n.y;
}
fn tile_heads(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    // Heads from the first of the tile to the next one whose turn it is.
    return (n.y + n.x - rows.head % n.x) % n.x < params.pack;
}
