// Shifted windows on a grid, row by row.
fn window_of(x: i32) -> i32 {
    return (x + i32(params.pattern_b - params.pattern_c)) / i32(params.pattern_b);
}
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let width = i32(params.pattern_a);
    let key = i32(j);
    if p < 0 {
        return false;
    }
    return window_of(p / width) == window_of(key / width) && window_of(p % width) == window_of(key % width);
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let width = i32(params.pattern_a);
    let rows = vec2<i32>(window_of(max(p.x, 0) / width), window_of(max(p.y, 0) / width));
    return window_of(i32(keys.x) / width) <= rows.y && window_of(i32(keys.y - 1u) / width) >= rows.x;
}
