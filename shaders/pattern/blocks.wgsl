// The query's block of n.x, with a halo of n.y; blocks begin at n.z.
fn block_keys(n: vec3<u32>, p: i32) -> vec2<i32> {
    let size = i32(n.x);
    let shift = i32(n.x - n.z);
    let first = ((p + shift) / size) * size - shift;
    return vec2<i32>(first - i32(n.y), first + size + i32(n.y));
}
fn sees_blocks(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    let keys = block_keys(n, max(p, 0));
    return p >= 0 && j >= keys.x && j < keys.y;
}
fn tile_blocks(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return p.y >= 0 && keys.y > block_keys(n, max(p.x, 0)).x && keys.x < block_keys(n, max(p.y, 0)).y;
}
