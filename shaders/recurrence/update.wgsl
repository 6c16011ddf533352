// The state and the sum of keys after a chunk, where updates fade from their token on.

// The state after the chunk.
fn update_state(c: Chunk, tid: u32) {
    for (var tile = first_tile(tid); tile < (QK_PAD / 8u) * ACROSS; tile += STEP) {
        let d = (tile / ACROSS) * 8u;
        let across = across_of(tile, tid);
        let last0 = key_faded4(c, CHUNK - 1u, d);
        let last1 = key_faded4(c, CHUNK - 1u, d + 4u);
        let fade0 = fade4(last0);
        let fade1 = fade4(last1);
        var acc: array<vec4<f32>, 8u * WIDTH>;
        for (var w = 0u; w < WIDTH; w++) {
            let at = d * COLUMNS4 + across * WIDTH + w;
            for (var e = 0u; e < 4u; e++) {
                acc[e * WIDTH + w] = fade0[e] * s_tile[at + e * COLUMNS4];
                acc[(e + 4u) * WIDTH + w] = fade1[e] * s_tile[at + (e + 4u) * COLUMNS4];
            }
        }
        let steps = min(CHUNK, c.tokens - c.first);
        for (var n = 0u; n < SOURCES * steps; n++) {
            let written = RANK_ONE && n >= steps;
            let j = select(n, n - steps, written);
            let row = source_row(c, written, j);
            var k0 = source4(row, written, d);
            var k1 = source4(row, written, d + 4u);
            if DECAY_CHANNEL {
                k0 *= exp(last0 - key_faded4(c, j, d));
                k1 *= exp(last1 - key_faded4(c, j, d + 4u));
            } else if DECAY {
                let w = exp(last0.x - faded(c, j));
                k0 *= w;
                k1 *= w;
            }
            for (var w = 0u; w < WIDTH; w++) {
                let u = u_tile[(j + select(0u, OWN, written)) * COLUMNS4 + across * WIDTH + w];
                for (var e = 0u; e < 4u; e++) {
                    acc[e * WIDTH + w] = mad(k0[e], u, acc[e * WIDTH + w]);
                    acc[(e + 4u) * WIDTH + w] = mad(k1[e], u, acc[(e + 4u) * WIDTH + w]);
                }
            }
        }
        for (var w = 0u; w < WIDTH; w++) {
            for (var e = 0u; e < 8u; e++) {
                s_tile[(d + e) * COLUMNS4 + across * WIDTH + w] = acc[e * WIDTH + w];
            }
        }
    }
}

fn update_norm(c: Chunk, tid: u32) {
    for (var d = tid * 4u; d < QK_PAD; d += WORKGROUP * 4u) {
        let last = key_faded4(c, CHUNK - 1u, d);
        var z = fade4(last) * vec4<f32>(z_tile[d], z_tile[d + 1u], z_tile[d + 2u], z_tile[d + 3u]);
        let steps = min(CHUNK, c.tokens - c.first);
        for (var j = 0u; j < steps; j++) {
            z += load_k4(key_row(c, j), d) * exp(last - key_faded4(c, j, d));
        }
        for (var n = 0u; n < 4u; n++) {
            z_tile[d + n] = z[n];
        }
    }
}
