// Neighbourhoods on a grid, row by row: each axis as in one dimension.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let width = i32(params.pattern_b);
    let key = i32(j);
    if p < 0 || p >= i32(kv_len) {
        return false;
    }
    let height = (i32(kv_len) + width - 1) / width;
    return near_in_line(p / width, key / width, height) && near_in_line(p % width, key % width, width);
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let width = i32(params.pattern_b);
    let reach = i32(params.pattern_a);
    return i32(keys.x) / width <= max(p.y, 0) / width + reach && i32(keys.y - 1u) / width >= max(p.x, 0) / width - reach;
}
