// A selection, one bit for each query and block of keys; only partial blocks ask it, once for a row and
// a tile.
fn seen_keys(keys: vec2<u32>, end: u32, b: u32, h: u32, i: u32) -> vec2<u32> {
    var seen = min(keys, vec2<u32>(end));
    if tile_partial {
        seen.y = select(0u, seen.y, selects(b, h, i, tile_block));
    }
    return seen;
}
