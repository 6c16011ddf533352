// Tiles that a block list names. A row tile lies in one block of queries; a block of keys is
// cut into tiles. Whatever the list holds, nothing outside the tensors is read: spans are cut
// to the entries, an entry past the last block is an empty tile.

// Entries carry the block of keys in the low bits and this one if a selection hides part of it.
const PARTIAL: u32 = 0x80000000u;

// The tile at hand, for the stage that asks the selection.
var<private> tile_block: u32;
var<private> tile_partial: bool;

fn row_tiles_of_block() -> u32 {
    return (params.block_q * params.pack + BLOCK_Q - 1u) / BLOCK_Q;
}
fn key_tiles_of_block() -> u32 {
    return (params.block_kv + BLOCK_K - 1u) / BLOCK_K;
}

// Rows of row tile t (x: first, y: one past the last).
fn row_tile(t: u32) -> vec2<u32> {
    let rows = params.block_q * params.pack;
    let block = (t / row_tiles_of_block()) * rows;
    let at = (t % row_tiles_of_block()) * BLOCK_Q;
    return vec2<u32>(block + at, block + min(at + BLOCK_Q, rows));
}

// Tiles of one split (x: first, y: one past the last); z is the list's first entry.
fn tile_span(b: u32, head: u32, t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let cell = b * params.list_batch + (head / params.list_group) * params.list_head + t / row_tiles_of_block();
    let span = min(block_spans[cell], vec2<u32>(params.block_entries));
    let blocks = min(max(span.x, span.y) - span.x, params.kv_blocks);
    return vec3<u32>(split_share(blocks * key_tiles_of_block(), split), span.x);
}

fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    let entry = block_entries[base + n / key_tiles_of_block()];
    let block = min(entry & ~PARTIAL, params.kv_blocks);
    let partly = entry >= PARTIAL;
    tile_block = block;
    tile_partial = partly;
    // Not from the variables: browsers take what is read from one to differ between threads.
    let first = block * params.block_kv + (n % key_tiles_of_block()) * BLOCK_K;
    let end = min(seen.keys.y, (block + 1u) * params.block_kv);
    // A tile before the visible keys is empty, as is one after them.
    return Tile(first, select(end, 0u, first + BLOCK_K <= seen.keys.x), partly);
}
