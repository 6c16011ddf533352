// Tiled attention with an online softmax (Dao et al., FlashAttention; Milakov and Gimelshein),
// register-blocked. What a score and a weight are: the fragments in pair/ and normalise/. A row's
// maximum and sum are taken by those in reduce/.
//
// A workgroup owns up to BLOCK_Q rows: a pack of query heads of one key head, interleaved, so
// that the pack reads each key once. Which rows and which tiles: the fragments in tiles/.
// Threads form TY x TX; a thread owns RQ rows, four keys of each tile and every TX-th vec4
// column of the output. Keys and values pass through workgroup memory TX vec4
// columns at a time, so head sizes are not bounded by it.
//
// Constants: WORKGROUP = TX * TY, BLOCK_Q = TY * RQ, BLOCK_K = 4 * TX, QK_DIM, V_DIM,
// QK_CHUNKS and V_CHUNKS (TX vec4 columns each).

const STRIDE: u32 = TX + 1u;

var<workgroup> q_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
var<workgroup> kv_tile: array<vec4<f32>, BLOCK_K * STRIDE>;
var<workgroup> p_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
// Set once a value that is not finite was staged: from then on weights of 0 select.
var<workgroup> v_nonfinite: atomic<u32>;

fn run(wid: vec3<u32>, tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let split = id % params.splits;
    id /= params.splits;
    let row_tile_id = id % params.q_tiles;
    let row_range = row_tile(row_tile_id);
    id /= params.q_tiles;
    let head_base = params.head_base + (id % params.packs) * params.pack;
    let kv_head = head_base / params.group;
    let b = params.batch_base + id / params.packs;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let first_row = row_range.x;
    let row_end = min(row_range.y, q_len * params.pack);
    if first_row >= row_end {
        return;
    }
    let offset = align_offset(q_len, kv_len);
    let first_query = first_row / params.pack;
    let last_query = (row_end - 1u) / params.pack;
    let first_range = key_range(first_query, offset, kv_len);
    let last_range = key_range(last_query, offset, kv_len);
    let seen = Seen(vec2<u32>(first_range.x, last_range.y), vec2<i32>(i32(first_query) + offset, i32(last_query) + offset), b, head_base, offset);
    var tiles = tile_span(b, head_base, row_tile_id, seen, split);
    if !rows_wanted(b, head_base, first_row, row_end) {
        tiles.y = tiles.x;
    }

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
    }
    let tx = tid % TX;
    let ty = tid / TX;
    let q_base = params.q_offset + b * params.q_batch + q_start(b) * params.q_row;
    let k_base = params.k_offset + b * params.k_batch + kv_head * params.k_head + kv_start(b) * params.k_row;
    let v_base = params.v_offset + b * params.v_batch + kv_head * params.v_head + kv_start(b) * params.v_row;
    let lse_base = b * params.lse_batch + q_start(b);

    var row_q: array<u32, RQ>;
    var row_head: array<u32, RQ>;
    var row_keys: array<vec2<u32>, RQ>;
    var row_factor: array<f32, RQ>;
    var m: array<f32, RQ>;
    var l: array<f32, RQ>;
    var part: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) {
        let row = first_row + ty * RQ + r;
        row_q[r] = row / params.pack;
        row_head[r] = head_base + row % params.pack;
        row_keys[r] = vec2<u32>(0u);
        row_factor[r] = 0.0;
        if row < row_end {
            row_factor[r] = row_weight(b, row_head[r], row_q[r]);
            row_keys[r] = select(key_range(row_q[r], offset, kv_len), vec2<u32>(0u), row_factor[r] == 0.0);
        }
        m[r] = MASKED;
        if row < row_end {
            m[r] = first_max(lse_base + row_head[r] * params.lse_head + row_q[r]);
        }
        l[r] = 0.0;
    }
    var acc: array<vec4<f32>, RQ * V_CHUNKS>;
    for (var n = 0u; n < RQ * V_CHUNKS; n++) {
        acc[n] = vec4<f32>(0.0);
    }

    var staged = false;
    for (var t = tiles.x; t < tiles.y; t++) {
        let tile = tile_at(t, tiles.z, seen);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }

        // Scores of RQ rows x 4 keys.
        var s: array<vec4<f32>, RQ>;
        for (var r = 0u; r < RQ; r++) {
            s[r] = vec4<f32>(0.0);
        }
        for (var c = 0u; c < QK_CHUNKS; c++) {
            if QK_CHUNKS > 1u || !staged {
                for (var n = tid; n < BLOCK_Q * TX; n += WORKGROUP) {
                    let row = first_row + n / TX;
                    var x = vec4<f32>(0.0);
                    if row < row_end {
                        let at = q_base + (head_base + row % params.pack) * params.q_head + (row / params.pack) * params.q_row;
                        x = scale_q(load_q4(at, (c * TX + n % TX) * 4u));
                    }
                    q_tile[(n / TX) * STRIDE + n % TX] = x;
                }
            }
            for (var n = tid; n < BLOCK_K * TX; n += WORKGROUP) {
                let key = key_of(key0 + n / TX);
                var x = vec4<f32>(0.0);
                if key < tile.end {
                    x = load_k4(k_base + key * params.k_row, (c * TX + n % TX) * 4u);
                }
                kv_tile[(n / TX) * STRIDE + n % TX] = x;
            }
            staged = true;
            workgroupBarrier();
            for (var d = 0u; d < TX; d++) {
                let k_at = tx * 4u * STRIDE + d;
                let k0 = kv_tile[k_at];
                let k1 = kv_tile[k_at + STRIDE];
                let k2 = kv_tile[k_at + 2u * STRIDE];
                let k3 = kv_tile[k_at + 3u * STRIDE];
                for (var r = 0u; r < RQ; r++) {
                    let x = q_tile[(ty * RQ + r) * STRIDE + d];
                    let at = (c * TX + d) * 4u;
                    s[r] += vec4<f32>(pair(x, k0, row_head[r], at), pair(x, k1, row_head[r], at), pair(x, k2, row_head[r], at), pair(x, k3, row_head[r], at));
                }
            }
            workgroupBarrier();
        }

        // Hidden pairs become MASKED; what the running maximum of a row is of.
        for (var r = 0u; r < RQ; r++) {
            s[r] = edit_four(scale_pairs(s[r]), b, row_head[r], row_q[r], key0 + tx * 4u, seen_keys(row_keys[r], tile.end, b, row_head[r], row_q[r]));
            part[r] = lanes_max(size_of(s[r]));
            put_part(ty * RQ + r, tx, part[r]);
        }
        workgroupBarrier();

        // Weights; the mass of a row stays spread over its threads until the end.
        for (var r = 0u; r < RQ; r++) {
            let top = next_max(m[r], row_max(ty * RQ + r, part[r]));
            let shrink = exp(m[r] - top);
            let p = weights(s[r], top, b, row_head[r], row_q[r], key0 + tx * 4u);
            p_tile[(ty * RQ + r) * STRIDE + tx] = p;
            l[r] = l[r] * shrink + mass(s[r], p);
            m[r] = top;
            for (var c = 0u; c < V_CHUNKS; c++) {
                acc[c * RQ + r] *= shrink;
            }
        }

        for (var c = 0u; c < V_CHUNKS; c++) {
            for (var n = tid; n < BLOCK_K * TX; n += WORKGROUP) {
                let key = key_of(key0 + n / TX);
                var x = vec4<f32>(0.0);
                if key < tile.end {
                    x = load_v4(v_base + key * params.v_row, (c * TX + n % TX) * 4u);
                    if any_nonfinite(x) {
                        atomicStore(&v_nonfinite, 1u);
                    }
                }
                kv_tile[(n / TX) * STRIDE + n % TX] = x;
            }
            workgroupBarrier();
            if atomicLoad(&v_nonfinite) == 0u {
                for (var k4 = 0u; k4 < TX; k4++) {
                    let v_at = k4 * 4u * STRIDE + tx;
                    let v0 = kv_tile[v_at];
                    let v1 = kv_tile[v_at + STRIDE];
                    let v2 = kv_tile[v_at + 2u * STRIDE];
                    let v3 = kv_tile[v_at + 3u * STRIDE];
                    for (var r = 0u; r < RQ; r++) {
                        let p = p_tile[(ty * RQ + r) * STRIDE + k4];
                        acc[c * RQ + r] += p.x * v0 + p.y * v1 + p.z * v2 + p.w * v3;
                    }
                }
            } else {
                for (var k = 0u; k < BLOCK_K; k++) {
                    let v = kv_tile[k * STRIDE + tx];
                    for (var r = 0u; r < RQ; r++) {
                        let p = p_tile[(ty * RQ + r) * STRIDE + k / 4u][k % 4u];
                        acc[c * RQ + r] += select(p * v, vec4<f32>(0.0), p == 0.0);
                    }
                }
            }
            workgroupBarrier();
        }
    }

    for (var r = 0u; r < RQ; r++) {
        part[r] = lanes_sum(l[r]);
        put_part(ty * RQ + r, tx, part[r]);
    }
    workgroupBarrier();
    for (var r = 0u; r < RQ; r++) {
        let row = first_row + ty * RQ + r;
        if row < row_end {
            let end = finish_row(m[r], row_sum(ty * RQ + r, part[r]), row_head[r], split);
            let i = q_start(b) + row_q[r];
            let at = params.o_offset + split * params.o_split + b * params.o_batch + row_head[r] * params.o_head + i * params.o_row;
            for (var c = 0u; c < V_CHUNKS; c++) {
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * (end.x * row_factor[r]), b, row_head[r], row_q[r], d));
            }
            if tx == 0u {
                let lse_at = lse_base + split * params.lse_split + row_head[r] * params.lse_head + row_q[r];
                store_lse(lse_at, end.y);
            }
        }
    }
}
