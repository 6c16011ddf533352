// Distances that are powers of two.
fn sees_powers(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return countOneBits(u32(abs(p - j))) == 1u;
}
fn power_among(low: i32, high: i32) -> bool {
    // The highest power up to `high` is not under `low`.
    return high >= 1 && i32(1u << firstLeadingBit(u32(max(high, 1)))) >= low;
}
fn tile_powers(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    let nearest = p.x - keys.y + 1;
    let farthest = p.y - keys.x;
    return power_among(nearest, farthest) || power_among(-farthest, -nearest);
}
