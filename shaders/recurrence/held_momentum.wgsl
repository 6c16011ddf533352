// Products with both states before the chunk, by tiles of ROWS x WIDTH vec4.

// What rows of queries (or of the keys that a correction reads by) read from S and N: A_t S + n_t N.
fn read_state(c: Chunk, head: u32, corrects: bool, i0: u32, across: u32) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc: array<vec4<f32>, ROWS * WIDTH>;
    var row: array<u32, ROWS>;
    var faded_by: array<vec4<f32>, ROWS>;
    var kept: array<vec4<f32>, ROWS>;
    for (var r = 0u; r < ROWS; r++) {
        row[r] = reader_row(c, head, corrects, i0 + r);
        if !DECAY_CHANNEL {
            faded_by[r] = vec4<f32>(exp(reader_faded(c, corrects, i0 + r)));
            kept[r] = kept4(corrects, i0 + r, 0u);
        }
        for (var w = 0u; w < WIDTH; w++) {
            acc[r * WIDTH + w] = vec4<f32>(0.0);
        }
    }
    for (var d = 0u; d < QK_DIM; d += 4u) {
        var x: array<vec4<f32>, ROWS>;
        var y: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            let own = reader4(row[r], corrects, d);
            if DECAY_CHANNEL {
                faded_by[r] = exp(reader_faded4(c, corrects, i0 + r, d));
                kept[r] = kept4(corrects, i0 + r, d);
            }
            x[r] = own * faded_by[r];
            y[r] = own * kept[r];
        }
        for (var w = 0u; w < WIDTH; w++) {
            for (var e = 0u; e < 4u; e++) {
                let at = (d + e) * COLUMNS4 + across * WIDTH + w;
                let s = s_tile[at];
                let m = m_tile[at];
                for (var r = 0u; r < ROWS; r++) {
                    acc[r * WIDTH + w] = mad(y[r][e], m, mad(x[r][e], s, acc[r * WIDTH + w]));
                }
            }
        }
    }
    return acc;
}
