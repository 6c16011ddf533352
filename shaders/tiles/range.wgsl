// Tiles in a row: every one between the first and the last key that some row sees.

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
    return Tile(n * BLOCK_K, seen.keys.y, false, 0u);
}

fn hold_tile(tile: Tile) {}

fn key_of(slot: u32) -> u32 { return slot; }
