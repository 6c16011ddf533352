// Tiles of single keys that a list names: slots of the list, in the order of its entries. An
// entry past the last key is hidden, and never read.

// The first entry of the tile that is held, and one past the list's last.
var<private> gather_first: u32;
var<private> gather_end: u32;

// Tiles of one split (x: first, y: one past the last); z is the list's first entry.
fn tile_span(t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let list = list_span(seen.batch, seen.head, t);
    gather_end = list.x + list.y;
    return vec3<u32>(split_share((list.y + BLOCK_K - 1u) / BLOCK_K, split), list.x);
}

// Slots count from 0 in every tile; the end is that of the keys they may stand for.
fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    return Tile(0u, seen.keys.y, true, base + n * BLOCK_K);
}

fn hold_tile(tile: Tile) { gather_first = tile.listed; }

fn key_of(slot: u32) -> u32 {
    let at = gather_first + slot;
    if at >= gather_end {
        return 0xffffffffu;
    }
    return block_entries[at] & ~PARTIAL;
}
