// Both states after a chunk: from the last token back, c(last, s) = A_last / A_s + mu_{s+1} c(last, s+1).

fn update_state(c: Chunk, tid: u32) {
    let steps = min(CHUNK, c.tokens - c.first);
    for (var tile = tid; tile < (QK_PAD / 4u) * TILES_ACROSS; tile += WORKGROUP) {
        let d = (tile / TILES_ACROSS) * 4u;
        let across = tile % TILES_ACROSS;
        let last = key_faded4(c, CHUNK - 1u, d);
        let faded_by = fade4(last);
        let kept = kept4(false, steps - 1u, d);
        var s: array<vec4<f32>, 4u * WIDTH>;
        var m: array<vec4<f32>, 4u * WIDTH>;
        for (var w = 0u; w < WIDTH; w++) {
            for (var e = 0u; e < 4u; e++) {
                let at = (d + e) * COLUMNS4 + across * WIDTH + w;
                s[e * WIDTH + w] = faded_by[e] * s_tile[at] + kept[e] * m_tile[at];
                m[e * WIDTH + w] = vec4<f32>(0.0);
            }
        }
        var carried = vec4<f32>(0.0);
        var ratio = 1.0;
        for (var n = 0u; n < steps; n++) {
            let j = steps - 1u - n;
            var weight = carried;
            if DECAY_CHANNEL {
                weight += exp(last - key_faded4(c, j, d));
            } else {
                weight += exp(last.x - key_faded4(c, j, d).x);
            }
            let k = load_k4(key_row(c, j), d);
            let to_state = weight * k;
            let to_momentum = ratio * k;
            for (var w = 0u; w < WIDTH; w++) {
                let u = u_tile[j * COLUMNS4 + across * WIDTH + w];
                for (var e = 0u; e < 4u; e++) {
                    s[e * WIDTH + w] += to_state[e] * u;
                    m[e * WIDTH + w] += to_momentum[e] * u;
                }
            }
            let own = keep(j);
            carried = own * weight;
            ratio *= own;
        }
        for (var w = 0u; w < WIDTH; w++) {
            for (var e = 0u; e < 4u; e++) {
                let at = (d + e) * COLUMNS4 + across * WIDTH + w;
                s_tile[at] = s[e * WIDTH + w];
                m_tile[at] = m[e * WIDTH + w] + ratio * m_tile[at];
            }
        }
    }
}

// No normaliser goes with this rule.
fn update_norm(c: Chunk, tid: u32) {}
