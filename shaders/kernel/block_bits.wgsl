// What block lists name, as two bits a block (1: whole, 3: partly), sixteen in a word: one thread a list.
//
// Constants: WORKGROUP.

const PARTIAL: u32 = 0x80000000u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let list = group_id(wid) * WORKGROUP + tid;
    if list >= params.cells {
        return;
    }
    let words = (params.kv_blocks + 15u) / 16u;
    for (var n = 0u; n < words; n++) {
        listed[list * words + n] = 0u;
    }
    let span = min(block_spans[list], vec2<u32>(params.block_entries));
    for (var n = span.x; n < span.y; n++) {
        let entry = block_entries[n];
        let block = entry & ~PARTIAL;
        if block < params.kv_blocks {
            listed[list * words + block / 16u] |= select(1u, 3u, entry >= PARTIAL) << (2u * (block % 16u));
        }
    }
}
