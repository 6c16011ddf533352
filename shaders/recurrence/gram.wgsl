// Products of the tokens of a chunk, into `a_tile`.

// Products of what reads the state (queries, or what a rule corrects itself by) with what writes to
// it (keys, or the rows that a rank-one rule writes), faded.
fn gram(c: Chunk, tid: u32, head: u32, corrects: bool, written: bool) {
    for (var tile = tid; tile < (CHUNK / ROWS) * CHUNK4; tile += WORKGROUP) {
        let i0 = (tile / CHUNK4) * ROWS;
        let j0 = (tile % CHUNK4) * 4u;
        var acc: array<vec4<f32>, ROWS>;
        var row: array<u32, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            acc[r] = vec4<f32>(0.0);
            row[r] = reader_row(c, head, corrects, i0 + r);
        }
        let seen = j0 < i0 + ROWS && c.first + j0 < c.tokens;
        if seen {
            let row0 = source_row(c, written, j0);
            let row1 = source_row(c, written, j0 + 1u);
            let row2 = source_row(c, written, j0 + 2u);
            let row3 = source_row(c, written, j0 + 3u);
            for (var d = 0u; d < QK_DIM; d += 4u) {
                let k0 = source4(row0, written, d);
                let k1 = source4(row1, written, d);
                let k2 = source4(row2, written, d);
                let k3 = source4(row3, written, d);
                if PAIRWISE {
                    let g0 = key_faded4(c, j0, d);
                    let g1 = key_faded4(c, j0 + 1u, d);
                    let g2 = key_faded4(c, j0 + 2u, d);
                    let g3 = key_faded4(c, j0 + 3u, d);
                    let own = bonus4(c.h, d);
                    for (var r = 0u; r < ROWS; r++) {
                        let i = i0 + r;
                        let x = reader4(row[r], corrects, d);
                        let g = reader_faded4(c, corrects, i, d);
                        let w0 = select(exp(g - g0), own, BONUS && i == j0);
                        let w1 = select(exp(g - g1), own, BONUS && i == j0 + 1u);
                        let w2 = select(exp(g - g2), own, BONUS && i == j0 + 2u);
                        let w3 = select(exp(g - g3), own, BONUS && i == j0 + 3u);
                        acc[r] = add_products(x, w0 * k0, w1 * k1, w2 * k2, w3 * k3, acc[r]);
                    }
                } else {
                    for (var r = 0u; r < ROWS; r++) {
                        let x = reader4(row[r], corrects, d);
                        acc[r] = add_products(x, k0, k1, k2, k3, acc[r]);
                    }
                }
            }
        }
        var g = vec4<f32>(0.0);
        if DECAY && !PAIRWISE {
            g = vec4<f32>(faded(c, j0), faded(c, j0 + 1u), faded(c, j0 + 2u), faded(c, j0 + 3u));
        }
        for (var r = 0u; r < ROWS; r++) {
            let i = i0 + r;
            var x = acc[r];
            if DECAY && !PAIRWISE {
                x *= exp(vec4<f32>(reader_faded(c, corrects, i)) - g);
            }
            // A query sees its own token, a correction only those before it. Other pairs are
            // selected away: their factors may be infinite.
            let j = vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u);
            let last = vec4<u32>(i + select(1u, 0u, corrects));
            a_tile[i * CHUNK4 + j0 / 4u] = select(vec4<f32>(0.0), x, j < last);
        }
    }
}
