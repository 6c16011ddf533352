// Both states after a chunk: from the last token back, c(last, s) = A_last / A_s + mu_{s+1} c(last, s+1).

// vec4 of rows of a tile. With places of keys alike for all threads an update is what loads cost.
const PARTS: u32 = select(1u, 2u, OWNED);

fn update_state(c: Chunk, tid: u32) {
    let steps = min(CHUNK, c.tokens - c.first);
    for (var tile = first_tile(tid); tile < (QK_PAD / 4u / PARTS) * ACROSS; tile += STEP) {
        let d0 = (tile / ACROSS) * 4u * PARTS;
        let across = across_of(tile, tid);
        var last: array<vec4<f32>, PARTS>;
        var carried: array<vec4<f32>, PARTS>;
        var s: array<vec4<f32>, 4u * PARTS * WIDTH>;
        var m: array<vec4<f32>, 4u * PARTS * WIDTH>;
        for (var p = 0u; p < PARTS; p++) {
            let d = d0 + p * 4u;
            last[p] = key_faded4(c, CHUNK - 1u, d);
            carried[p] = vec4<f32>(0.0);
            let faded_by = fade4(last[p]);
            let kept = kept4(false, steps - 1u, d);
            for (var w = 0u; w < WIDTH; w++) {
                for (var e = 0u; e < 4u; e++) {
                    let at = (d + e) * COLUMNS4 + across * WIDTH + w;
                    let n = (p * 4u + e) * WIDTH + w;
                    s[n] = faded_by[e] * s_tile[at] + kept[e] * m_tile[at];
                    m[n] = vec4<f32>(0.0);
                }
            }
        }
        var ratio = 1.0;
        for (var back = 0u; back < steps; back++) {
            let j = steps - 1u - back;
            let own = keep(j);
            var u: array<vec4<f32>, WIDTH>;
            for (var w = 0u; w < WIDTH; w++) {
                u[w] = u_tile[j * COLUMNS4 + across * WIDTH + w];
            }
            var weight = carried[0];
            for (var p = 0u; p < PARTS; p++) {
                let d = d0 + p * 4u;
                if DECAY_CHANNEL {
                    weight = carried[p] + exp(last[p] - key_faded4(c, j, d));
                } else if p == 0u {
                    weight += exp(last[0].x - key_faded4(c, j, d).x);
                }
                carried[p] = own * weight;
                let k = load_k4(key_row(c, j), d);
                let to_state = weight * k;
                let to_momentum = ratio * k;
                for (var w = 0u; w < WIDTH; w++) {
                    for (var e = 0u; e < 4u; e++) {
                        let n = (p * 4u + e) * WIDTH + w;
                        s[n] = mad(to_state[e], u[w], s[n]);
                        m[n] = mad(to_momentum[e], u[w], m[n]);
                    }
                }
            }
            ratio *= own;
        }
        for (var w = 0u; w < WIDTH; w++) {
            for (var n = 0u; n < 4u * PARTS; n++) {
                let at = (d0 + n) * COLUMNS4 + across * WIDTH + w;
                s_tile[at] = s[n * WIDTH + w];
                m_tile[at] = m[n * WIDTH + w] + ratio * m_tile[at];
            }
        }
    }
}

// No normaliser goes with this rule.
fn update_norm(c: Chunk, tid: u32) {}
