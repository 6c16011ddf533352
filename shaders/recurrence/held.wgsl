// Products with the state before the chunk, by tiles of ROWS x WIDTH vec4.

// What rows of queries (or of what a rule corrects itself by) read from the state before the chunk.
fn read_state(c: Chunk, head: u32, corrects: bool, i0: u32, across: u32) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc: array<vec4<f32>, ROWS * WIDTH>;
    var row: array<u32, ROWS>;
    for (var r = 0u; r < ROWS; r++) {
        row[r] = reader_row(c, head, corrects, i0 + r);
        for (var w = 0u; w < WIDTH; w++) {
            acc[r * WIDTH + w] = vec4<f32>(0.0);
        }
    }
    for (var d = 0u; d < QK_DIM; d += 4u) {
        var x: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            x[r] = reader4(row[r], corrects, d);
            if DECAY_CHANNEL {
                x[r] *= exp(reader_faded4(c, corrects, i0 + r, d));
            }
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = d * COLUMNS4 + across * WIDTH + w;
            let s0 = s_tile[at];
            let s1 = s_tile[at + COLUMNS4];
            let s2 = s_tile[at + 2u * COLUMNS4];
            let s3 = s_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                let first = mad(x[r].y, s1, mad(x[r].x, s0, acc[r * WIDTH + w]));
                acc[r * WIDTH + w] = mad(x[r].w, s3, mad(x[r].z, s2, first));
            }
        }
    }
    if DECAY && !DECAY_CHANNEL {
        for (var r = 0u; r < ROWS; r++) {
            let g = reader_faded(c, corrects, i0 + r);
            for (var w = 0u; w < WIDTH; w++) {
                acc[r * WIDTH + w] *= exp(g);
            }
        }
    }
    return acc;
}
