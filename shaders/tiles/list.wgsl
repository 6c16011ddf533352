// Tiles that a block list names: a block of keys is cut into tiles. An entry past the last block
// is an empty tile.

// The tile that is held, for the stage that asks the selection.
var<private> tile_block: u32;
var<private> tile_partial: bool;

fn key_tiles_of_block() -> u32 {
    return (params.block_kv + BLOCK_K - 1u) / BLOCK_K;
}

// Tiles of one split (x: first, y: one past the last); z is the list's first entry.
fn tile_span(t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let list = list_span(seen.batch, seen.head, t);
    return vec3<u32>(split_share(list.y * key_tiles_of_block(), split), list.x);
}

fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    let entry = block_entries[base + n / key_tiles_of_block()];
    let block = min(entry & ~PARTIAL, params.kv_blocks);
    let partly = entry >= PARTIAL;
    let first = block * params.block_kv + (n % key_tiles_of_block()) * BLOCK_K;
    let end = min(seen.keys.y, (block + 1u) * params.block_kv);
    // A tile before the visible keys is empty, as is one after them.
    return Tile(first, select(end, 0u, first + BLOCK_K <= seen.keys.x), partly, block);
}

// No tile is worked on from these variables: browsers take what is read from one to differ between threads.
fn hold_tile(tile: Tile) {
    tile_block = tile.listed;
    tile_partial = tile.partly;
}

fn key_of(slot: u32) -> u32 { return slot; }
