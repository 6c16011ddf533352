// What the tiled kernels share: the form of a tile, the share of a split, the edit of four
// scores.

// Slots of a tile for keys: the first, and one past the last key. `key_of` says which key a slot of the tile
// that is held (`hold_tile`) has; a key from `end` on is none. An empty tile is passed over.
struct Tile {
    first: u32,
    end: u32,
    // A selection may hide some of its pairs.
    partly: bool,
    // What the list it is from says of it: its block, or its first entry.
    listed: u32,
}

// What a workgroup's rows see at most: keys (x: first, y: one past the last), and the positions
// of its first and last query.
struct Seen {
    keys: vec2<u32>,
    positions: vec2<i32>,
    // Whose they are (the first of their heads), and what makes a query's index its position.
    batch: u32,
    head: u32,
    offset: i32,
}

// A workgroup's rows, what they see at most, and where their tensors begin.
struct Group {
    seen: Seen,
    split: u32,
    // The first row and one past the last. Without rows, no tiles.
    first_row: u32,
    row_end: u32,
    kv_len: u32,
    // Keys that every row sees (x: first, y: one past the last).
    by_all: vec2<u32>,
    // First, one past the last, and a number for `tile_at`.
    tiles: vec3<u32>,
    q_base: u32,
    k_base: u32,
    v_base: u32,
    lse_base: u32,
}

fn group_of(group: u32) -> Group {
    let split = group % params.splits;
    // Later rows see more keys under a causal mask: the longest work of BUNDLE packs begins first. With TURNS
    // long and short work alternate as the Thue-Morse sequence does, so that shares of workgroups in a row
    // are alike, and those at any power of two.
    let id = group / params.splits;
    let first_pack = id / (BUNDLE * params.q_tiles) * BUNDLE;
    let beside = min(BUNDLE, params.groups / params.splits / params.q_tiles - first_pack);
    let in_bundle = id - first_pack * params.q_tiles;
    let place = in_bundle / beside;
    let row = place / select(1u, 2u, TURNS);
    let row_tile_id = select(params.q_tiles - 1u - row, row, TURNS && countOneBits(place) % 2u == 1u);
    let pack = first_pack + in_bundle % beside;
    let row_range = row_tile(row_tile_id);
    let head_base = params.head_base + (pack % params.packs) * params.pack;
    let kv_head = head_base / params.group;
    let b = params.batch_base + pack / params.packs;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let first_row = row_range.x;
    let row_end = min(row_range.y, q_len * params.pack);
    let offset = align_offset(q_len, kv_len);
    let first_query = first_row / params.pack;
    let last_query = (max(row_end, 1u) - 1u) / params.pack;
    let first_range = key_range(first_query, offset, kv_len);
    let last_range = key_range(last_query, offset, kv_len);
    let seen = Seen(vec2<u32>(first_range.x, last_range.y), vec2<i32>(i32(first_query) + offset, i32(last_query) + offset), b, head_base, offset);
    var tiles = vec3<u32>(0u);
    if first_row < row_end && seen.keys.x < seen.keys.y && rows_wanted(b, head_base, first_row, row_end) {
        tiles = tile_span(row_tile_id, seen, split);
    }
    return Group(
        seen, split, first_row, row_end, kv_len, vec2<u32>(last_range.x, first_range.y), tiles,
        params.q_offset + b * params.q_batch + q_start(b) * params.q_row,
        params.k_offset + b * params.k_batch + kv_head * params.k_head + kv_start(b) * params.k_row,
        params.v_offset + b * params.v_batch + kv_head * params.v_head + kv_start(b) * params.v_row,
        b * params.lse_batch + q_start(b),
    );
}

// A row's head. The heads of a pack alternate: row n is of head n % pack and query n / pack.
fn head_of(g: Group, row: u32) -> u32 {
    return g.seen.head + row % params.pack;
}

// Where a row's query begins.
fn query_at(g: Group, row: u32) -> u32 {
    return g.q_base + head_of(g, row) * params.q_head + (row / params.pack) * params.q_row;
}

// Where a query's output goes.
fn output_at(g: Group, head: u32, query: u32) -> u32 {
    return params.o_offset + g.split * params.o_split + g.seen.batch * params.o_batch + head * params.o_head + (q_start(g.seen.batch) + query) * params.o_row;
}

// Where the log of a query's sum of weights is, but for the split.
fn lse_at(g: Group, head: u32, query: u32) -> u32 {
    return g.lse_base + head * params.lse_head + query;
}

// The key of a tile's n-th slot, some other that there is past its end, and where that key and its value
// begin.
fn key_in(tile: Tile, n: u32) -> u32 { return min(key_of(tile.first + n), max(tile.end, 1u) - 1u); }
fn key_at(g: Group, tile: Tile, n: u32) -> u32 { return g.k_base + key_in(tile, n) * params.k_row; }
fn value_at(g: Group, tile: Tile, n: u32) -> u32 { return g.v_base + key_in(tile, n) * params.v_row; }

// Whether all BLOCK_Q rows see the whole tile: nothing to hide.
fn sees_whole(g: Group, tile: Tile) -> bool {
    return tile.first >= g.by_all.x && tile.first + BLOCK_K <= min(g.by_all.y, tile.end) && g.row_end == g.first_row + BLOCK_Q && !tile.partly;
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
