// Keys of the head's own turn, of n.x.
fn sees_head_phase(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return u32(j) % n.x == row.head % n.x;
}
fn tile_head_phase(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    let next = (rows.head % n.x + n.x - u32(keys.x) % n.x) % n.x;
    return params.pack > 1u || keys.x + i32(next) < keys.y;
}
