// The first keys, and those of a window on either side.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    return j < params.pattern_a || u32(abs(p - i32(j))) <= params.pattern_b;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let window = i32(params.pattern_b);
    return keys.x < params.pattern_a || (i32(keys.x) <= p.y + window && i32(keys.y) > p.x - window);
}
