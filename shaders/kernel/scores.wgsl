// Scores or weights of chosen rows: a thread takes EACH rows and QUADS times four keys, and reads each of
// them once. A workgroup takes ROWS times EACH rows; with as many threads as ROWS all of them read the same
// key at the same time, which is one load and a broadcast on a processor.
//
// Constants: WORKGROUP, ROWS (divides WORKGROUP), EACH, QUADS, QK_DIM, EDIT (apply visibility), WEIGHTS
// (softmax weights or their logs, from lse).

// Keys of a workgroup.
const KEYS: u32 = 4u * QUADS * (WORKGROUP / ROWS);

fn store_score(at: u32, product: f32, b: u32, h: u32, i: u32, j: u32, keys: vec2<u32>) {
    var s = scale_pair(product);
    var hidden = j < keys.x || j >= keys.y;
    if !hidden {
        s = edit_score(s, b, h, i, j);
        hidden = s == MASKED;
    }
    if EDIT {
        if WEIGHTS {
            s = weight(keep_visible(s), b * params.lse_batch + h * params.lse_head + i, hidden);
        } else {
            s = select(s, params.neg_inf, hidden);
        }
    } else {
        s = select(s, 0.0, hidden);
    }
    scores[at] = s;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let key_tiles = (params.kv_len + KEYS - 1u) / KEYS;
    // A constant where a compiler should see that all threads agree.
    let j0 = (id % key_tiles) * KEYS + 4u * QUADS * select(tid / ROWS, 0u, ROWS == WORKGROUP);
    id /= key_tiles;
    let row_tiles = (params.score_rows + ROWS * EACH - 1u) / (ROWS * EACH);
    let first = (id % row_tiles) * (ROWS * EACH) + tid % ROWS;
    id /= row_tiles;
    let h = id % params.q_heads;
    let b = id / params.q_heads;
    if first >= params.score_rows || j0 >= params.kv_len {
        return;
    }

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    // Raw scores exist for every pair in memory, also of padding.
    let bound = select(params.kv_len, kv_len, EDIT);
    let q_base = params.q_offset + b * params.q_batch + h * params.q_head + q_start(b) * params.q_row;
    let k_at = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head + kv_start(b) * params.k_row;
    var q_at: array<u32, EACH>;
    var keys: array<vec2<u32>, EACH>;
    var s: array<array<vec4<f32>, QUADS>, EACH>;
    var seen = 0u;
    for (var e = 0u; e < EACH; e++) {
        let i = score_row(min(first + e * ROWS, params.score_rows - 1u));
        if i < q_len {
            keys[e] = vec2<u32>(0u, bound);
            if EDIT {
                keys[e] = key_range(i, align_offset(q_len, kv_len), kv_len);
            }
        }
        q_at[e] = q_base + min(i, max(q_len, 1u) - 1u) * params.q_row;
        seen = max(seen, keys[e].y);
    }
    if seen > j0 {
        for (var d = 0u; d < QK_DIM; d += 4u) {
            var x: array<vec4<f32>, EACH>;
            for (var e = 0u; e < EACH; e++) {
                x[e] = scale_q(load_q4(q_at[e], d));
            }
            for (var n = 0u; n < QUADS; n++) {
                // Of keys past the last one the last is read: a place that no thread's row decides.
                let j = min(vec4<u32>(j0 + 4u * n) + vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(bound - 1u));
                let at = vec4<u32>(k_at) + j * params.k_row;
                let k0 = load_k4(at.x, d);
                let k1 = load_k4(at.y, d);
                let k2 = load_k4(at.z, d);
                let k3 = load_k4(at.w, d);
                for (var e = 0u; e < EACH; e++) {
                    s[e][n] += vec4<f32>(pair(x[e], k0, h, d), pair(x[e], k1, h, d), pair(x[e], k2, h, d), pair(x[e], k3, h, d));
                }
            }
        }
    }
    for (var e = 0u; e < EACH; e++) {
        let r = first + e * ROWS;
        if r < params.score_rows {
            let cell = (id * params.score_rows + r) * params.kv_len;
            let i = score_row(r);
            for (var n = 0u; n < min(4u * QUADS, params.kv_len - j0); n++) {
                store_score(cell + j0 + n, s[e][n / 4u][n % 4u], b, h, i, j0 + n, keys[e]);
            }
        }
    }
}
