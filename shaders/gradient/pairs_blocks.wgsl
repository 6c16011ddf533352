// Whether a tile of pairs may hold a visible one, by the blocks that lists name: two bits each, see
// kernel/block_bits.

fn block_bits(b: u32, h: u32, i: u32, block: u32) -> u32 {
    let list = b * params.list_batch + (h / params.list_group) * params.list_head + i / params.block_q;
    let word = listed[list * ((params.kv_blocks + 15u) / 16u) + block / 16u];
    return (word >> (2u * (block % 16u))) & 3u;
}

fn pairs_listed(o: Owned, h: u32, rows: vec2<u32>, keys: vec2<u32>) -> bool {
    var some = 0u;
    for (var n = rows.x / params.block_q; n <= (rows.y - 1u) / params.block_q; n++) {
        for (var block = keys.x / params.block_kv; block <= (keys.y - 1u) / params.block_kv; block++) {
            some |= block_bits(o.b, h, n * params.block_q, block);
        }
    }
    return some != 0u;
}

fn mask_blocks(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let bits = block_bits(b, h, i, j / params.block_kv);
    return select(MASKED, s, bits == 1u || (bits == 3u && selects(b, h, i, j / params.block_kv)));
}
