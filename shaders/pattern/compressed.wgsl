// Key j stands for n.x tokens from j * n.y on and is seen once all of them are past.

// The last key whose tokens end by p, or -1. No product of a key's number and a step: that may not fit.
fn ended_by(n: vec3<u32>, p: i32) -> i32 {
    let past = p + 1 - i32(n.x);
    return select(past / i32(n.y), -1, past < 0);
}
fn sees_compressed(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return ended_by(n, p) >= j;
}
fn tile_compressed(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return ended_by(n, p.y) >= keys.x;
}
