// Keys of a tile that ends at `end` which a row sees (x: first, y: one past the last): no selection of
// blocks hides any.
fn seen_keys(keys: vec2<u32>, end: u32, b: u32, h: u32, i: u32) -> vec2<u32> {
    return min(keys, vec2<u32>(end));
}
