// Tiles of ROWS x WIDTH vec4 that a thread computes: products with the state and with updates.

// What rows of queries (or keys) read from the state before the chunk.
fn read_state(c: Chunk, head: u32, of_keys: bool, i0: u32, across: u32) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc: array<vec4<f32>, ROWS * WIDTH>;
    var row: array<u32, ROWS>;
    for (var r = 0u; r < ROWS; r++) {
        let i = chunk_token(c, i0 + r);
        row[r] = q_at(c.b, head, i);
        if of_keys {
            row[r] = k_at(c.b, c.h, i);
        }
        for (var w = 0u; w < WIDTH; w++) {
            acc[r * WIDTH + w] = vec4<f32>(0.0);
        }
    }
    for (var d = 0u; d < QK_DIM; d += 4u) {
        var x: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            if of_keys {
                x[r] = load_k4(row[r], d);
            } else {
                x[r] = load_q4(row[r], d);
            }
            if DECAY_CHANNEL {
                if of_keys {
                    x[r] *= exp(key_faded4(c, i0 + r, d));
                } else {
                    x[r] *= exp(query_faded4(c, i0 + r, d));
                }
            }
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = d * COLUMNS4 + across * WIDTH + w;
            let s0 = s_tile[at];
            let s1 = s_tile[at + COLUMNS4];
            let s2 = s_tile[at + 2u * COLUMNS4];
            let s3 = s_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                acc[r * WIDTH + w] += x[r].x * s0 + x[r].y * s1 + x[r].z * s2 + x[r].w * s3;
            }
        }
    }
    if DECAY && !DECAY_CHANNEL {
        for (var r = 0u; r < ROWS; r++) {
            var g: f32;
            if of_keys {
                g = faded(c, i0 + r);
            } else {
                g = query_faded(c, i0 + r);
            }
            for (var w = 0u; w < WIDTH; w++) {
                acc[r * WIDTH + w] *= exp(g);
            }
        }
    }
    return acc;
}

// Rows of A (or M), columns `j_begin..j_end`, times the updates.
fn weigh_updates(i0: u32, across: u32, j_begin: u32, j_end: u32, start: array<vec4<f32>, ROWS * WIDTH>) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc = start;
    for (var j = j_begin; j < j_end; j += 4u) {
        var a: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            a[r] = a_tile[(i0 + r) * CHUNK4 + j / 4u];
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = j * COLUMNS4 + across * WIDTH + w;
            let u0 = u_tile[at];
            let u1 = u_tile[at + COLUMNS4];
            let u2 = u_tile[at + 2u * COLUMNS4];
            let u3 = u_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                acc[r * WIDTH + w] += a[r].x * u0 + a[r].y * u1 + a[r].z * u2 + a[r].w * u3;
            }
        }
    }
    return acc;
}
