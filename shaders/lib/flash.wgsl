// What the tiled kernels share: the tiles of a split and the edit of four scores.

// Tiles that some row sees, cut to the share of one split (x: first, y: one past the last).
fn split_tiles(key_lo: u32, key_hi: u32, split: u32) -> vec2<u32> {
    let lo = key_lo / BLOCK_K;
    let tiles = max(lo, (key_hi + BLOCK_K - 1u) / BLOCK_K) - lo;
    let share = (tiles + params.splits - 1u) / params.splits;
    return vec2<u32>(lo + min(split * share, tiles), lo + min((split + 1u) * share, tiles));
}

fn edit_one(s: f32, b: u32, head: u32, i: u32, key: u32, keys: vec2<u32>) -> f32 {
    if key < keys.x || key >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, b, head, i, key);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}

// Scores of four keys in a row; hidden ones become MASKED.
fn edit_four(s: vec4<f32>, b: u32, head: u32, i: u32, key: u32, keys: vec2<u32>) -> vec4<f32> {
    return vec4<f32>(
        edit_one(s.x, b, head, i, key, keys),
        edit_one(s.y, b, head, i, key + 1u, keys),
        edit_one(s.z, b, head, i, key + 2u, keys),
        edit_one(s.w, b, head, i, key + 3u, keys),
    );
}
