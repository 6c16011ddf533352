// Products of the tokens of a chunk with momentum, into `a_tile`: weighed by c(t, s), step by step.

// Weights of four columns at one step: `ratio` is m_t / m_s, 0 before s.
fn next_ratio(t: u32, j0: u32, ratio: vec4<f32>) -> vec4<f32> {
    let own = vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u) == vec4<u32>(t);
    return select(ratio * keep(t), vec4<f32>(1.0), own);
}

// Products of queries, or of the keys that a correction reads by, with keys. The latter read the
// state before their token: c(t-1, s).
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
        if j0 < i0 + ROWS && c.first + j0 < c.tokens {
            let row0 = key_row(c, j0);
            let row1 = key_row(c, j0 + 1u);
            let row2 = key_row(c, j0 + 2u);
            let row3 = key_row(c, j0 + 3u);
            for (var d = 0u; d < QK_DIM; d += 4u) {
                let k0 = load_k4(row0, d);
                let k1 = load_k4(row1, d);
                let k2 = load_k4(row2, d);
                let k3 = load_k4(row3, d);
                if !DECAY_CHANNEL {
                    for (var r = 0u; r < ROWS; r++) {
                        let x = reader4(row[r], corrects, d);
                        acc[r] = add_products(x, k0, k1, k2, k3, acc[r]);
                    }
                    continue;
                }
                var ratio = vec4<f32>(0.0);
                var c0 = vec4<f32>(0.0);
                var c1 = c0;
                var c2 = c0;
                var c3 = c0;
                for (var t = j0; t < i0 + ROWS; t++) {
                    var x = vec4<f32>(0.0);
                    if t >= i0 {
                        x = reader4(row[t - i0], corrects, d);
                    }
                    let before = vec4<f32>(dot(x * c0, k0), dot(x * c1, k1), dot(x * c2, k2), dot(x * c3, k3));
                    let a = step_fade4(c, t, d);
                    ratio = next_ratio(t, j0, ratio);
                    c0 = a * c0 + ratio.x;
                    c1 = a * c1 + ratio.y;
                    c2 = a * c2 + ratio.z;
                    c3 = a * c3 + ratio.w;
                    if t >= i0 && corrects {
                        acc[t - i0] += before;
                    } else if t >= i0 {
                        acc[t - i0] += vec4<f32>(dot(x * c0, k0), dot(x * c1, k1), dot(x * c2, k2), dot(x * c3, k3));
                    }
                }
            }
            if !DECAY_CHANNEL {
                var ratio = vec4<f32>(0.0);
                var weight = vec4<f32>(0.0);
                for (var t = j0; t < i0 + ROWS; t++) {
                    let before = weight;
                    ratio = next_ratio(t, j0, ratio);
                    weight = step_fade4(c, t, 0u).x * weight + ratio;
                    if t >= i0 {
                        acc[t - i0] *= select(weight, before, corrects);
                    }
                }
            }
        }
        for (var r = 0u; r < ROWS; r++) {
            let i = i0 + r;
            let j = vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u);
            let last = vec4<u32>(i + select(1u, 0u, corrects));
            a_tile[i * CHUNK4 + j0 / 4u] = select(vec4<f32>(0.0), acc[r], j < last);
        }
    }
}
