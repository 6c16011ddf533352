// Scores or weights of chosen rows: a thread takes four keys of a row, for which it reads the query
// once. A workgroup takes ROWS rows; with a row a thread all of them read the same key at the same
// time, which is one load and a broadcast on a processor.
//
// Constants: WORKGROUP, ROWS (divides WORKGROUP), QK_DIM, EDIT (apply visibility), WEIGHTS (softmax
// weights or their logs, from lse).

// Keys of a workgroup.
const KEYS: u32 = 4u * (WORKGROUP / ROWS);

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
    let j0 = (id % key_tiles) * KEYS + 4u * select(tid / ROWS, 0u, ROWS == WORKGROUP);
    id /= key_tiles;
    let row_tiles = (params.score_rows + ROWS - 1u) / ROWS;
    let r = (id % row_tiles) * ROWS + tid % ROWS;
    id /= row_tiles;
    let h = id % params.q_heads;
    let b = id / params.q_heads;
    if r >= params.score_rows || j0 >= params.kv_len {
        return;
    }

    let i = score_row(r);
    let q_len = q_count(b);
    let kv_len = kv_count(b);
    // Raw scores exist for every pair in memory, also of padding.
    var keys = vec2<u32>(0u, select(params.kv_len, kv_len, EDIT));
    if i >= q_len {
        keys.y = 0u;
    } else if EDIT {
        let range = key_range(i, align_offset(q_len, kv_len), kv_len);
        keys = vec2<u32>(range.x, min(range.y, keys.y));
    }
    var s = vec4<f32>(0.0);
    if keys.y > j0 {
        let q_at = params.q_offset + b * params.q_batch + h * params.q_head + (q_start(b) + i) * params.q_row;
        let k_at = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head + kv_start(b) * params.k_row;
        // Of keys past the last one the last is read instead.
        let at = vec4<u32>(k_at) + min(vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u), vec4<u32>(keys.y - 1u)) * params.k_row;
        for (var d = 0u; d < QK_DIM; d += 4u) {
            let x = scale_q(load_q4(q_at, d));
            s += vec4<f32>(
                pair(x, load_k4(at.x, d), h, d),
                pair(x, load_k4(at.y, d), h, d),
                pair(x, load_k4(at.z, d), h, d),
                pair(x, load_k4(at.w, d), h, d),
            );
        }
    }
    let cell = (id * params.score_rows + r) * params.kv_len;
    for (var n = 0u; n < min(4u, params.kv_len - j0); n++) {
        store_score(cell + j0 + n, s[n], b, h, i, j0 + n, keys);
    }
}
