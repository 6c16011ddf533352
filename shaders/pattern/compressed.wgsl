// Key j stands for some tokens and is seen once all of them are past.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    return i32((j + 1u) * params.pattern_a) - 1 <= p;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    return i32((keys.x + 1u) * params.pattern_a) - 1 <= p.y;
}
