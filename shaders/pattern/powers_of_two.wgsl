// The nearest keys, and those at distances of a power of two.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let apart = u32(abs(p - i32(j)));
    return apart < params.pattern_a || countOneBits(apart) == 1u;
}
fn power_among(low: i32, high: i32) -> bool {
    // The highest power up to `high` is not under `low`.
    return high >= 1 && i32(1u << firstLeadingBit(u32(max(high, 1)))) >= low;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let nearest = p.x - i32(keys.y) + 1;
    let farthest = p.y - i32(keys.x);
    let window = i32(params.pattern_a);
    return (nearest < window && farthest > -window) || power_among(nearest, farthest) || power_among(-farthest, -nearest);
}
