// Every step-th key, up to a number of steps away.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let apart = u32(abs(p - i32(j)));
    return apart % params.pattern_a == 0u && apart / params.pattern_a <= params.pattern_b;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let reach = i32(min(params.pattern_b, 0x10000000u / params.pattern_a) * params.pattern_a);
    return i32(keys.x) <= p.y + reach && i32(keys.y) > p.x - reach;
}
