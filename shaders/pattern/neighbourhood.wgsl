// A neighbourhood of one size everywhere: its centre moves inward at the borders. With a step,
// every residue of it is a sequence of its own.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let step = i32(params.pattern_b);
    let key = i32(j);
    if p < 0 || p >= i32(kv_len) || (p - key) % step != 0 {
        return false;
    }
    return near_in_line(p / step, key / step, (i32(kv_len) - p % step + step - 1) / step);
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    // At a border the neighbourhood reaches a kernel's length from its query.
    let reach = i32(min(params.pattern_a, 0x10000000u / params.pattern_b) * params.pattern_b);
    return i32(keys.x) <= p.y + reach && i32(keys.y) > p.x - reach;
}
