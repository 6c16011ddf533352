// Rows under block lists: a row tile lies in one block of queries. Whatever a list holds, nothing
// outside the tensors is read: spans are cut to the entries.

// Entries carry the block of keys in the low bits and this one if a selection hides part of it.
const PARTIAL: u32 = 0x80000000u;

fn row_tiles_of_block() -> u32 {
    return (params.block_q * params.pack + BLOCK_Q - 1u) / BLOCK_Q;
}

// Rows of row tile t (x: first, y: one past the last).
fn row_tile(t: u32) -> vec2<u32> {
    let rows = params.block_q * params.pack;
    let block = (t / row_tiles_of_block()) * rows;
    let at = (t % row_tiles_of_block()) * BLOCK_Q;
    return vec2<u32>(block + at, block + min(at + BLOCK_Q, rows));
}

// The list of a row tile (x: its first entry, y: how many).
fn list_span(b: u32, head: u32, t: u32) -> vec2<u32> {
    let cell = b * params.list_batch + (head / params.list_group) * params.list_head + t / row_tiles_of_block();
    let span = min(block_spans[cell], vec2<u32>(params.block_entries));
    return vec2<u32>(span.x, min(max(span.x, span.y) - span.x, params.kv_blocks));
}
