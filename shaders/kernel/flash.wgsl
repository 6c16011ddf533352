// Tiled attention with an online softmax (Dao et al., FlashAttention; Milakov and Gimelshein),
// register-blocked. What a score and a weight are: the fragments in pair/ and normalise/. A row's
// maximum and sum are taken by those in reduce/.
//
// A workgroup owns up to BLOCK_Q rows: a pack of query heads of one key head, interleaved, so
// that the pack reads each key once. Which rows and which tiles: the fragments in tiles/.
// Threads form TY x TX; a thread owns every TY-th row, RQ in all, four keys of each tile and every TX-th
// vec4 column of the output. Keys and values pass through workgroup memory TX vec4
// columns at a time, so head sizes are not bounded by it.
//
// What neighbouring threads read at once lies STRIDE apart, in other banks: rows of TY threads follow
// one another, and so do the first keys of TX threads, their second ones, and so on.
//
// Constants: WORKGROUP = TX * TY, BLOCK_Q = TY * RQ, BLOCK_K = 4 * TX, QK_DIM, V_DIM,
// QK_CHUNKS and V_CHUNKS (TX vec4 columns each), STAGED (every score is edited).

const STRIDE: u32 = TX + 1u;
// Keys that a thread stages: at least one where there are more threads than a tile has keys.
const KEYS: u32 = (BLOCK_K + TY - 1u) / TY;

var<workgroup> q_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
var<workgroup> kv_tile: array<vec4<f32>, BLOCK_K * STRIDE>;
var<workgroup> p_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
// Set once a value that is not finite was staged: from then on weights of 0 select.
var<workgroup> v_nonfinite: atomic<u32>;

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let g = group_of(group_id(wid));
    if g.first_row >= g.row_end {
        return;
    }
    let b = g.seen.batch;

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
    }
    let tx = tid % TX;
    let ty = tid / TX;

    var row_q: array<u32, RQ>;
    var row_head: array<u32, RQ>;
    var row_keys: array<vec2<u32>, RQ>;
    var row_factor: array<f32, RQ>;
    var m: array<f32, RQ>;
    var l: array<f32, RQ>;
    var part: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = g.first_row + r * TY + ty;
        row_q[r] = row / params.pack;
        row_head[r] = head_of(g, row);
        row_keys[r] = vec2<u32>(0u);
        row_factor[r] = 0.0;
        if row < g.row_end {
            row_factor[r] = row_weight(b, row_head[r], row_q[r]);
            row_keys[r] = select(key_range(row_q[r], g.seen.offset, g.kv_len), vec2<u32>(0u), row_factor[r] == 0.0);
        }
        m[r] = MASKED;
        if row < g.row_end {
            m[r] = first_max(lse_at(g, row_head[r], row_q[r]));
        }
        l[r] = 0.0;
    }
    var acc: array<vec4<f32>, RQ * V_CHUNKS>;
    for (var n = 0u; n < RQ * V_CHUNKS; n++) { // unroll
        acc[n] = vec4<f32>(0.0);
    }

    var staged = false;
    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let tile = tile_at(t, g.tiles.z, g.seen);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }

        // Scores of RQ rows x 4 keys.
        var s: array<vec4<f32>, RQ>;
        for (var r = 0u; r < RQ; r++) { // unroll
            s[r] = vec4<f32>(0.0);
        }
        for (var c = 0u; c < QK_CHUNKS; c++) {
            if QK_CHUNKS > 1u || !staged {
                for (var n = 0u; n < RQ; n++) { // unroll
                    // Loads under no condition overlap; what rows past the end give is never used.
                    let row = min(g.first_row + n * TY + ty, g.row_end - 1u);
                    q_tile[(n * TY + ty) * STRIDE + tx] = scale_q(load_q4(query_at(g, row), (c * TX + tx) * 4u));
                }
            }
            for (var n = 0u; n < KEYS; n++) { // unroll
                let slot = n * TY + ty;
                if slot < BLOCK_K {
                    let key = key_of(min(key0 + slot, tile.end - 1u));
                    kv_tile[(slot % 4u * TX + slot / 4u) * STRIDE + tx] = load_k4(g.k_base + key * params.k_row, (c * TX + tx) * 4u);
                }
            }
            staged = true;
            workgroupBarrier();
            for (var d = 0u; d < TX; d++) { // unroll
                let k_at = tx * STRIDE + d;
                let k0 = kv_tile[k_at];
                let k1 = kv_tile[k_at + TX * STRIDE];
                let k2 = kv_tile[k_at + 2u * TX * STRIDE];
                let k3 = kv_tile[k_at + 3u * TX * STRIDE];
                for (var r = 0u; r < RQ; r++) { // unroll
                    let x = q_tile[(r * TY + ty) * STRIDE + d];
                    let at = (c * TX + d) * 4u;
                    s[r] += vec4<f32>(pair(x, k0, row_head[r], at), pair(x, k1, row_head[r], at), pair(x, k2, row_head[r], at), pair(x, k3, row_head[r], at));
                }
            }
            workgroupBarrier();
        }

        // Hidden pairs become MASKED; what the running maximum of a row is of.
        let edits = STAGED || !sees_whole(g, tile);
        for (var r = 0u; r < RQ; r++) { // unroll
            s[r] = scale_pairs(s[r]);
            if edits {
                s[r] = edit_four(s[r], b, row_head[r], row_q[r], key0 + tx * 4u, seen_keys(row_keys[r], tile.end, b, row_head[r], row_q[r]));
            }
            part[r] = lanes_max(size_of(s[r]));
            put_part(r * TY + ty, tx, part[r]);
        }
        workgroupBarrier();

        // Weights; the mass of a row stays spread over its threads until the end.
        for (var r = 0u; r < RQ; r++) { // unroll
            let top = next_max(m[r], row_max(r * TY + ty, part[r]));
            let shrink = exp(m[r] - top);
            let p = weights(s[r], top, b, row_head[r], row_q[r], key0 + tx * 4u);
            p_tile[(r * TY + ty) * STRIDE + tx] = p;
            l[r] = l[r] * shrink + mass(s[r], p);
            m[r] = top;
            for (var c = 0u; c < V_CHUNKS; c++) { // unroll
                acc[c * RQ + r] *= shrink;
            }
        }

        for (var c = 0u; c < V_CHUNKS; c++) { // unroll
            for (var n = 0u; n < KEYS; n++) { // unroll
                let slot = n * TY + ty;
                if slot < BLOCK_K {
                    let key = key_of(min(key0 + slot, tile.end - 1u));
                    let x = load_v4(g.v_base + key * params.v_row, (c * TX + tx) * 4u);
                    if any_nonfinite(x) {
                        atomicStore(&v_nonfinite, 1u);
                    }
                    kv_tile[slot * STRIDE + tx] = x;
                }
            }
            workgroupBarrier();
            if atomicLoad(&v_nonfinite) == 0u {
                for (var k4 = 0u; k4 < TX; k4++) { // unroll
                    let v_at = k4 * 4u * STRIDE + tx;
                    let v0 = kv_tile[v_at];
                    let v1 = kv_tile[v_at + STRIDE];
                    let v2 = kv_tile[v_at + 2u * STRIDE];
                    let v3 = kv_tile[v_at + 3u * STRIDE];
                    for (var r = 0u; r < RQ; r++) { // unroll
                        let p = p_tile[(r * TY + ty) * STRIDE + k4];
                        acc[c * RQ + r] += p.x * v0 + p.y * v1 + p.z * v2 + p.w * v3;
                    }
                }
            } else {
                for (var k = 0u; k < BLOCK_K; k++) {
                    let v = kv_tile[k * STRIDE + tx];
                    for (var r = 0u; r < RQ; r++) { // unroll
                        let p = p_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                        acc[c * RQ + r] += select(p * v, vec4<f32>(0.0), p == 0.0);
                    }
                }
            }
            workgroupBarrier();
        }
    }

    for (var r = 0u; r < RQ; r++) { // unroll
        part[r] = lanes_sum(l[r]);
        put_part(r * TY + ty, tx, part[r]);
    }
    workgroupBarrier();
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = g.first_row + r * TY + ty;
        if row < g.row_end {
            let end = finish_row(m[r], row_sum(r * TY + ty, part[r]), row_head[r], g.split);
            let at = output_at(g, row_head[r], row_q[r]);
            for (var c = 0u; c < V_CHUNKS; c++) { // unroll
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * (end.x * row_factor[r]), b, row_head[r], row_q[r], d));
            }
            if tx == 0u {
                store_lse(lse_at(g, row_head[r], row_q[r]) + g.split * params.lse_split, end.y);
            }
        }
    }
}
