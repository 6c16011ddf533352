// Products of the tokens of a chunk, into `a_tile`.

// Rows `i0` on of A (or M of the delta rule): products of queries (or keys) with keys, faded.
fn gram(c: Chunk, tid: u32, head: u32, of_keys: bool) {
    for (var tile = tid; tile < (CHUNK / ROWS) * CHUNK4; tile += WORKGROUP) {
        let i0 = (tile / CHUNK4) * ROWS;
        let j0 = (tile % CHUNK4) * 4u;
        var acc: array<vec4<f32>, ROWS>;
        var row: array<u32, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            acc[r] = vec4<f32>(0.0);
            let i = chunk_token(c, i0 + r);
            row[r] = q_at(c.b, head, i);
            if of_keys {
                row[r] = k_at(c.b, c.h, i);
            }
        }
        let seen = j0 < i0 + ROWS && c.first + j0 < c.tokens;
        if seen {
            let row0 = key_row(c, j0);
            let row1 = key_row(c, j0 + 1u);
            let row2 = key_row(c, j0 + 2u);
            let row3 = key_row(c, j0 + 3u);
            for (var d = 0u; d < QK_DIM; d += 4u) {
                let k0 = load_k4(row0, d);
                let k1 = load_k4(row1, d);
                let k2 = load_k4(row2, d);
                let k3 = load_k4(row3, d);
                if PAIRWISE {
                    let g0 = key_faded4(c, j0, d);
                    let g1 = key_faded4(c, j0 + 1u, d);
                    let g2 = key_faded4(c, j0 + 2u, d);
                    let g3 = key_faded4(c, j0 + 3u, d);
                    let own = bonus4(c.h, d);
                    for (var r = 0u; r < ROWS; r++) {
                        let i = i0 + r;
                        var x: vec4<f32>;
                        var g: vec4<f32>;
                        if of_keys {
                            x = load_k4(row[r], d);
                            g = key_faded4(c, i, d);
                        } else {
                            x = load_q4(row[r], d);
                            g = query_faded4(c, i, d);
                        }
                        let w0 = select(exp(g - g0), own, BONUS && i == j0);
                        let w1 = select(exp(g - g1), own, BONUS && i == j0 + 1u);
                        let w2 = select(exp(g - g2), own, BONUS && i == j0 + 2u);
                        let w3 = select(exp(g - g3), own, BONUS && i == j0 + 3u);
                        acc[r] += vec4<f32>(dot(x, w0 * k0), dot(x, w1 * k1), dot(x, w2 * k2), dot(x, w3 * k3));
                    }
                } else {
                    for (var r = 0u; r < ROWS; r++) {
                        var x: vec4<f32>;
                        if of_keys {
                            x = load_k4(row[r], d);
                        } else {
                            x = load_q4(row[r], d);
                        }
                        acc[r] += vec4<f32>(dot(x, k0), dot(x, k1), dot(x, k2), dot(x, k3));
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
                x *= exp(vec4<f32>(faded(c, i)) - g);
            }
            // A query sees its own token, a correction only those before it. Other pairs are
            // selected away: their factors may be infinite.
            let j = vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u);
            let last = vec4<u32>(i + select(1u, 0u, of_keys));
            a_tile[i * CHUNK4 + j0 / 4u] = select(vec4<f32>(0.0), x, j < last);
        }
    }
}
