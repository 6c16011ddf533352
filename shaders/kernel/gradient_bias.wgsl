// Gradients of softmax attention by an additive mask: a workgroup owns a tile of its cells and goes over the
// batch entries, heads, queries and keys that share them, so that no sum depends on the order of workgroups.
//
// Constants: those of lib/gradient_tiles, STAGED (stages follow, so every score is edited), RAGGED, ADDS
// (cells that a dispatch before this one began). Parameters: cells = batch entries and packs = query heads of
// this dispatch, q_tiles = tiles of queries.

// Cells along an axis with so many numbers, which share it where they have no step along it.
fn cells_along(count: u32, step: u32) -> u32 { return select(count, 1u, step == 0u); }

// Numbers x..y that the n-th of them stands for.
fn of_cell(n: u32, count: u32, step: u32) -> vec2<u32> { return select(vec2<u32>(n, n + 1u), vec2<u32>(0u, count), step == 0u); }

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let key_tiles = (params.bias_kv_len + BLOCK - 1u) / BLOCK;
    let along_keys = cells_along(key_tiles, params.bias_key);
    let along_rows = cells_along(params.q_tiles, params.bias_row);
    let along_heads = cells_along(params.packs, params.bias_head);
    let of_rows = group / along_keys;
    let of_heads = of_rows / along_rows;
    let cell = vec4<u32>(of_heads / along_heads, of_heads % along_heads, of_rows % along_rows, group % along_keys);
    let entries = of_cell(cell.x, params.cells, params.bias_batch) + params.batch_base;
    let heads = of_cell(cell.y, params.packs, params.bias_head) + params.head_base;
    let row_tiles = of_cell(cell.z, params.q_tiles, params.bias_row);
    let tiles = of_cell(cell.w, key_tiles, params.bias_key);

    var sum = Products();
    for (var b = entries.x; b < entries.y; b++) {
        for (var h = heads.x; h < heads.y; h++) {
            for (var n = row_tiles.x; n < row_tiles.y; n++) {
                let o = owned_at(b, h, n);
                if o.span.x >= o.span.y {
                    continue;
                }
                for (var tile = max(tiles.x, o.others.x / BLOCK); tile < tiles.y && tile * BLOCK < o.others.y; tile++) {
                    let pairs = pairs_of(o, tile * BLOCK);
                    if !pairs_listed(o, h, pairs.rows, pairs.keys) {
                        continue;
                    }
                    weigh_pairs(o, h, tile * BLOCK, tid, pairs);
                    for (var c = 0u; c < 4u; c++) { // unroll
                        sum[c] += weight_tile[weight_at(tid, c)];
                    }
                }
            }
        }
    }
    for (var c = 0u; c < 4u; c++) { // unroll
        weight_tile[weight_at(tid, c)] = sum[c];
    }
    workgroupBarrier();

    let rows = cells_along(BLOCK_OWN, params.bias_row);
    let keys = cells_along(BLOCK, params.bias_key);
    for (var x = tid; x < rows * keys; x += WORKGROUP) {
        let i = cell.z * BLOCK_OWN + x / keys;
        let j = cell.w * BLOCK + x % keys;
        if i >= cells_along(params.q_len, params.bias_row) || j >= cells_along(params.bias_kv_len, params.bias_key) {
            continue;
        }
        let at = params.o_offset + entries.x * params.bias_batch + heads.x * params.bias_head + i * params.bias_row + j * params.bias_key;
        var y = 0.0;
        if ADDS {
            y = grad_bias[at];
        }
        let summed_rows = of_cell(x / keys, BLOCK_OWN, params.bias_row);
        let summed_keys = of_cell(x % keys, BLOCK, params.bias_key);
        for (var r = summed_rows.x; r < summed_rows.y; r++) {
            for (var c = summed_keys.x; c < summed_keys.y; c++) {
                y += weight_tile[(r / 4u) * BLOCK + c][r % 4u];
            }
        }
        grad_bias[at] = y;
    }
}
