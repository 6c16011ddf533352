// The nearest keys, and every stride-th.
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let apart = u32(abs(p - i32(j)));
    return apart < params.pattern_a || apart % params.pattern_a == 0u;
}
// A tile is passed over if it lies between two strides of every row.
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    let stride = i32(params.pattern_a);
    let nearest = p.x - i32(keys.y) + 1;
    let farthest = p.y - i32(keys.x);
    let near = nearest < stride && farthest > -stride;
    // Some multiple of the stride among the distances nearest..=farthest, moved to be positive.
    let lift = ((max(-nearest, 0) + stride - 1) / stride) * stride;
    let low = nearest + lift;
    return near || ((low + stride - 1) / stride) * stride <= farthest + lift;
}
