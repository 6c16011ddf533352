// Position p stands for n.x keys and sees those.
fn sees_members(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return j / i32(n.x) == p;
}
fn tile_members(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x / i32(n.x) <= p.y && (keys.y - 1) / i32(n.x) >= p.x;
}
