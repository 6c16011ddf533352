// The updates of the delta rule within a chunk.

// Replaces the values in `u_tile` by the updates of the delta rule. `a_tile` holds the products
// of keys; rates are applied row by row.
fn solve_updates(c: Chunk, tid: u32) {
    for (var tile = tid; tile < (CHUNK / ROWS) * TILES_ACROSS; tile += WORKGROUP) {
        let i0 = (tile / TILES_ACROSS) * ROWS;
        let across = tile % TILES_ACROSS;
        let held = read_state(c, 0u, true, i0, across);
        for (var r = 0u; r < ROWS; r++) {
            for (var w = 0u; w < WIDTH; w++) {
                u_tile[(i0 + r) * COLUMNS4 + across * WIDTH + w] -= held[r * WIDTH + w];
            }
        }
    }
    workgroupBarrier();
    for (var block = 0u; block < CHUNK; block += 8u) {
        for (var column = tid; column < COLUMNS4; column += WORKGROUP) {
            var x: array<vec4<f32>, 8>;
            for (var r = 0u; r < 8u; r++) {
                let i = block + r;
                var sum = u_tile[i * COLUMNS4 + column];
                let m0 = a_tile[i * CHUNK4 + block / 4u];
                let m1 = a_tile[i * CHUNK4 + block / 4u + 1u];
                for (var j = 0u; j < r; j++) {
                    if j < 4u {
                        sum -= m0[j] * x[j];
                    } else {
                        sum -= m1[j - 4u] * x[j];
                    }
                }
                x[r] = sum * beta_element(beta_at(c.b, c.h, chunk_token(c, i)));
                if !chunk_holds(c, i) {
                    x[r] = vec4<f32>(0.0);
                }
                u_tile[i * COLUMNS4 + column] = x[r];
            }
        }
        workgroupBarrier();
        let below = (block + 8u) / ROWS;
        for (var tile = tid; tile < (CHUNK / ROWS - below) * TILES_ACROSS; tile += WORKGROUP) {
            let i0 = (below + tile / TILES_ACROSS) * ROWS;
            let across = tile % TILES_ACROSS;
            var none: array<vec4<f32>, ROWS * WIDTH>;
            let sum = weigh_updates(i0, across, block, block + 8u, none);
            for (var r = 0u; r < ROWS; r++) {
                for (var w = 0u; w < WIDTH; w++) {
                    u_tile[(i0 + r) * COLUMNS4 + across * WIDTH + w] -= sum[r * WIDTH + w];
                }
            }
        }
        workgroupBarrier();
    }
}
