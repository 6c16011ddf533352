// The query's block and a halo about it.
fn halo_of(p: i32) -> vec2<i32> {
    let block = i32(params.pattern_a);
    let first = (p / block) * block;
    return vec2<i32>(first - i32(params.pattern_b), first + block + i32(params.pattern_b));
}
fn pattern_sees(p: i32, j: u32, kv_len: u32) -> bool {
    let keys = halo_of(p);
    return p >= 0 && i32(j) >= keys.x && i32(j) < keys.y;
}
fn pattern_tile(p: vec2<i32>, keys: vec2<u32>) -> bool {
    return p.y >= 0 && i32(keys.y) > halo_of(max(p.x, 0)).x && i32(keys.x) < halo_of(p.y).y;
}
