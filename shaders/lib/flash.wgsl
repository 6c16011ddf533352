// What the tiled kernels share: the form of a tile, the share of a split, the edit of four
// scores.

// Slots of a tile for keys: the first, and one past the last key. `key_of` says which key a slot
// holds; a key from `end` on is none. An empty tile is passed over.
struct Tile {
    first: u32,
    end: u32,
    // A selection may hide some of its pairs.
    partly: bool,
}

// What a workgroup's rows see at most: keys (x: first, y: one past the last), and the positions
// of its first and last query.
struct Seen {
    keys: vec2<u32>,
    positions: vec2<i32>,
    // Whose they are, and what makes a query's index its position.
    batch: u32,
    head: u32,
    offset: i32,
}

// The share of one split in a number of tiles (x: first, y: one past the last).
fn split_share(tiles: u32, split: u32) -> vec2<u32> {
    let share = (tiles + params.splits - 1u) / params.splits;
    return vec2<u32>(min(split * share, tiles), min((split + 1u) * share, tiles));
}

fn edit_one(s: f32, b: u32, head: u32, i: u32, slot: u32, keys: vec2<u32>) -> f32 {
    let key = key_of(slot);
    if key < keys.x || key >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, b, head, i, key);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}

// Scores of four slots in a row; hidden ones become MASKED.
fn edit_four(s: vec4<f32>, b: u32, head: u32, i: u32, slot: u32, keys: vec2<u32>) -> vec4<f32> {
    return vec4<f32>(
        edit_one(s.x, b, head, i, slot, keys),
        edit_one(s.y, b, head, i, slot + 1u, keys),
        edit_one(s.z, b, head, i, slot + 2u, keys),
        edit_one(s.w, b, head, i, slot + 3u, keys),
    );
}
