// A selection, one bit for each query and block of keys; only partial blocks ask it, once for a row and
// a tile.
fn seen_keys(keys: vec2<u32>, end: u32, b: u32, h: u32, i: u32) -> vec2<u32> {
    var seen = min(keys, vec2<u32>(end));
    if tile_partial {
        let row = b * params.select_batch + (h / params.select_group) * params.q_len + i;
        let word = selection[row * params.select_words + tile_block / 32u];
        seen.y = select(0u, seen.y, (word & (1u << (tile_block % 32u))) != 0u);
    }
    return seen;
}
