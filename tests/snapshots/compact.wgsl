const WORKGROUP: u32 = 64u;
struct Params {
    grid_x: u32,
    lists: u32,
    lists_of_head: u32,
    rows_of_list: u32,
    heads_of_list: u32,
    rows: u32,
    blocks: u32,
    words: u32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> selection: array<u32>;
@group(0) @binding(2) var<storage, read_write> block_spans: array<vec2<u32>>;
@group(0) @binding(3) var<storage, read_write> block_entries: array<u32>;
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// 32 columns of a selection row, as they are.
fn selected_word(row: u32, w: u32) -> u32 {
    return selection[row * params.words + w];
}
// Block lists from a selection, one thread a list: a block is named if some of the rows and
// heads that share the list select it, and marked partial unless all do. Ascending, so that
// sums run in the order of the dense kernel's.
//
// Constants: WORKGROUP.

const PARTIAL: u32 = 0x80000000u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let cell = group_id(wid) * WORKGROUP + tid;
    if cell >= params.lists {
        return;
    }
    let list = cell % params.lists_of_head;
    let head = (cell / params.lists_of_head) * params.heads_of_list;
    let row0 = list * params.rows_of_list;
    let row1 = min(row0 + params.rows_of_list, params.rows);
    let first = cell * params.blocks;
    var at = first;
    for (var w = 0u; w < params.words; w++) {
        var some = 0u;
        var all = 0xffffffffu;
        for (var h = head; h < head + params.heads_of_list; h++) {
            for (var row = row0; row < row1; row++) {
                let bits = selected_word(h * params.rows + row, w);
                some |= bits;
                all &= bits;
            }
        }
        // Bits past the last block belong to none.
        for (var n = w * 32u; n < min(params.blocks, (w + 1u) * 32u); n++) {
            let bit = 1u << (n % 32u);
            if (some & bit) != 0u {
                block_entries[at] = n | select(PARTIAL, 0u, (all & bit) != 0u);
                at++;
            }
        }
    }
    block_spans[cell] = vec2<u32>(first, at);
}
