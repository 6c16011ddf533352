// Global tokens in front, a radius for the others.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let tokens = params.pattern_a;
    return j < tokens || (p >= 0 && p < i32(tokens)) || u32(abs(p - i32(j))) <= params.pattern_b;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let tokens = params.pattern_a;
    let radius = i32(params.pattern_b);
    let global = keys.x < tokens || (p.y >= 0 && p.x < i32(tokens));
    return global || (i32(keys.x) <= p.y + radius && i32(keys.y) > p.x - radius);
}
