// The query's block, and the last columns of every block.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let block = params.pattern_a;
    return (p >= 0 && u32(p) / block == j / block) || j % block + params.pattern_b >= block;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let block = params.pattern_a;
    let rows = vec2<u32>(vec2<i32>(max(p.x, 0), max(p.y, 0))) / block;
    let own = p.y >= 0 && keys.x / block <= rows.y && (keys.y - 1u) / block >= rows.x;
    // The end of the first key's block lies in the tile, or its last columns reach the tile.
    let ends = (keys.x / block + 1u) * block;
    let from_last = ends - min(ends, params.pattern_b);
    return own || keys.y > from_last;
}
