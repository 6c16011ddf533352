// Updates within a chunk that depend on each other.

// By a delta rule values become updates; a rank-one rule adds what it reads, and has no rates.
const SIGN: f32 = select(-1.0, 1.0, RANK_ONE);

// Solves for the updates in `u_tile`, from row OWN on. `a_tile` holds the products of what corrects
// with what writes; rates are applied row by row.
fn solve_updates(c: Chunk, tid: u32) {
    for (var tile = first_tile(tid); tile < (CHUNK / ROWS) * ACROSS; tile += STEP) {
        let i0 = (tile / ACROSS) * ROWS;
        let across = across_of(tile, tid);
        var held = read_state(c, 0u, true, i0, across);
        if RANK_ONE {
            held = weigh_updates(i0, across, 0u, i0 + ROWS, 0u, held);
        }
        for (var r = 0u; r < ROWS; r++) {
            for (var w = 0u; w < WIDTH; w++) {
                u_tile[(OWN + i0 + r) * COLUMNS4 + across * WIDTH + w] += SIGN * held[r * WIDTH + w];
            }
        }
    }
    workgroupBarrier();
    if RANK_ONE {
        gram(c, tid, 0u, true, true);
        workgroupBarrier();
    }
    for (var block = 0u; block < CHUNK; block += 8u) {
        for (var n = first_tile(tid); n < select(COLUMNS4, WIDTH, OWNED); n += STEP) {
            let column = select(n, tid * WIDTH + n, OWNED);
            var x: array<vec4<f32>, 8>;
            for (var r = 0u; r < 8u; r++) {
                let i = block + r;
                var sum = u_tile[(OWN + i) * COLUMNS4 + column];
                let m0 = a_tile[i * CHUNK4 + block / 4u];
                let m1 = a_tile[i * CHUNK4 + block / 4u + 1u];
                for (var j = 0u; j < r; j++) {
                    if j < 4u {
                        sum += SIGN * m0[j] * x[j];
                    } else {
                        sum += SIGN * m1[j - 4u] * x[j];
                    }
                }
                x[r] = sum * load_beta(beta_at(c.b, c.h, chunk_token(c, i)));
                if !chunk_holds(c, i) {
                    x[r] = vec4<f32>(0.0);
                }
                u_tile[(OWN + i) * COLUMNS4 + column] = x[r];
            }
        }
        workgroupBarrier();
        let below = (block + 8u) / ROWS;
        for (var tile = first_tile(tid); tile < (CHUNK / ROWS - below) * ACROSS; tile += STEP) {
            let i0 = (below + tile / ACROSS) * ROWS;
            let across = across_of(tile, tid);
            var none: array<vec4<f32>, ROWS * WIDTH>;
            let sum = weigh_updates(i0, across, block, block + 8u, OWN, none);
            for (var r = 0u; r < ROWS; r++) {
                for (var w = 0u; w < WIDTH; w++) {
                    u_tile[(OWN + i0 + r) * COLUMNS4 + across * WIDTH + w] += SIGN * sum[r * WIDTH + w];
                }
            }
        }
        workgroupBarrier();
    }
}
