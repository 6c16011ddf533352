// Tiles in a row, between the first and the last key that some row sees, but for those in which
// the pattern shows no pair.

// Rows of row tile t (x: first, y: one past the last).
fn row_tile(t: u32) -> vec2<u32> {
    return vec2<u32>(t * BLOCK_Q, (t + 1u) * BLOCK_Q);
}

// Tiles of one split (x: first, y: one past the last); z is for tile_at.
fn tile_span(t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let lo = seen.keys.x / BLOCK_K;
    let tiles = max(lo, (seen.keys.y + BLOCK_K - 1u) / BLOCK_K) - lo;
    return vec3<u32>(split_share(tiles, split) + vec2<u32>(lo), 0u);
}

fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    let keys = vec2<u32>(n * BLOCK_K, min((n + 1u) * BLOCK_K, seen.keys.y));
    let queries = vec2<u32>(seen.positions - vec2<i32>(seen.offset));
    let rows = RowTile(seen.batch, seen.head, queries.x, queries.y, vec2<i32>(keys));
    return Tile(keys.x, select(0u, keys.y, pattern_tile(rows, seen.positions, vec2<i32>(keys))), false, 0u);
}

fn hold_tile(tile: Tile) {}

fn key_of(slot: u32) -> u32 { return slot; }
