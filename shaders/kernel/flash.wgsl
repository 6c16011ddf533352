// Tiled attention with an online softmax (Dao et al., FlashAttention; Milakov and Gimelshein),
// register-blocked. What a score and a weight are: the fragments in pair/ and normalise/. A row's
// maximum and sum are taken by those in reduce/.
//
// A workgroup owns up to BLOCK_Q rows: a pack of query heads of one key head, interleaved, so that the pack
// reads each key once. Which rows and which tiles: the fragments in tiles/. Threads form TY x TX; a thread
// owns every TY-th row, RQ in all, K_FOURS times four keys of each tile and every TX-th vec4 column of the
// output. Queries and keys pass through workgroup memory TX vec4 columns at a time, and values PART keys at a
// time, so head sizes are not bounded by it. Each is loaded a step ahead, while the step before is computed.
// Weights take the place of queries, those of FOUR keys at a time. Workgroup memory and registers bound how
// many workgroups a GPU runs side by side (an H200 two, up to 24 KiB each), so what a row is of is not kept
// but found again.
//
// What neighbouring threads read at once lies STRIDE apart, in other banks: rows of TY threads follow one
// another, and so do the first keys of TX threads, their second ones, and so on. Threads of ABREAST rows
// alternate: some GPUs load what lanes n and n ^ 1, or n and n ^ 2, have in common at twice the rate.
//
// Constants: WORKGROUP = TX * TY, BLOCK_Q = TY * RQ, BLOCK_K = K_FOURS * FOUR, QK_DIM, V_DIM, QK_CHUNKS (TX
// vec4 columns each), V_CHUNKS (likewise, together), V_GROUPS (of these), PART (divides FOUR, a multiple of
// four, and its values are no more than what is staged of a tile's keys), STAGED (every score is edited).

const STRIDE: u32 = TX + 1u;
// Keys of a tile of which every thread has four.
const FOUR: u32 = 4u * TX;
// Keys that a thread stages: at least one where there are more threads than a tile has keys.
const KEYS: u32 = (BLOCK_K + TY - 1u) / TY;

// vec4 columns of values together, and vec4 of a part that a thread stages.
const V_ROW: u32 = V_CHUNKS * TX;
const V_FOURS: u32 = (PART * V_ROW + WORKGROUP - 1u) / WORKGROUP;

// Queries, then weights.
var<workgroup> q_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
var<workgroup> kv_tile: array<vec4<f32>, BLOCK_K * STRIDE>;
// Set once a value that is not finite was staged: in its place is 0, and it is added apart.
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
    let tx = tid / ABREAST % TX;
    let ty = tid / (ABREAST * TX) * ABREAST + tid % ABREAST;
    // The row that is staged, and its column.
    let sy = tid / TX;
    let sx = tid % TX;

    // Where the queries begin. Loads under no condition overlap; what rows past the end give is never used.
    var q_at: array<u32, RQ>;
    var m: array<f32, RQ>;
    var l: array<f32, RQ>;
    var part: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = g.first_row + r * TY + ty;
        q_at[r] = query_at(g, min(g.first_row + r * TY + sy, g.row_end - 1u));
        m[r] = MASKED;
        if row < g.row_end {
            m[r] = first_max(lse_at(g, head_of(g, row), row / params.pack));
        }
        l[r] = 0.0;
    }
    var acc: array<vec4<f32>, V_GROUPS * V_CHUNKS * RQ>;
    for (var n = 0u; n < V_GROUPS * V_CHUNKS * RQ; n++) { // unroll
        acc[n] = vec4<f32>(0.0);
    }

    var k_at: array<u32, KEYS>;
    var q_next: array<vec4<f32>, RQ>;
    var k_next: array<vec4<f32>, KEYS>;
    if g.tiles.x < g.tiles.y {
        let tile = tile_at(g.tiles.x, g.tiles.z, g.seen);
        hold_tile(tile);
        for (var r = 0u; r < RQ; r++) { // unroll
            q_next[r] = load_q4(q_at[r], sx * 4u);
        }
        for (var n = 0u; n < KEYS; n++) { // unroll
            k_at[n] = key_at(g, tile, n * TY + sy);
            k_next[n] = load_k4(k_at[n], sx * 4u);
        }
    }
    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let after = tile_at(min(t + 1u, g.tiles.y - 1u), g.tiles.z, g.seen);
        hold_tile(after);
        var k_after: array<u32, KEYS>;
        for (var n = 0u; n < KEYS; n++) { // unroll
            k_after[n] = key_at(g, after, n * TY + sy);
        }
        let tile = tile_at(t, g.tiles.z, g.seen);
        hold_tile(tile);
        if tile.first >= tile.end {
            for (var n = 0u; n < KEYS; n++) { // unroll
                k_at[n] = k_after[n];
                k_next[n] = load_k4(k_at[n], sx * 4u);
            }
            continue;
        }

        // Scores of RQ rows x K_FOURS x 4 keys.
        var s: array<vec4<f32>, K_FOURS * RQ>;
        for (var n = 0u; n < K_FOURS * RQ; n++) { // unroll
            s[n] = vec4<f32>(0.0);
        }
        for (var c = 0u; c < QK_CHUNKS; c++) {
            for (var r = 0u; r < RQ; r++) { // unroll
                q_tile[(r * TY + sy) * STRIDE + sx] = scale_q(q_next[r]);
            }
            for (var n = 0u; n < KEYS; n++) { // unroll
                let slot = n * TY + sy;
                if KEYS * TY == BLOCK_K || slot < BLOCK_K {
                    kv_tile[(slot % 4u * (BLOCK_K / 4u) + slot / 4u) * STRIDE + sx] = k_next[n];
                }
            }
            workgroupBarrier();
            // After the last column comes the first one of the next tile.
            let column = ((c + 1u) % QK_CHUNKS * TX + sx) * 4u;
            for (var r = 0u; r < RQ; r++) { // unroll
                q_next[r] = load_q4(q_at[r], column);
            }
            for (var n = 0u; n < KEYS; n++) { // unroll
                k_at[n] = select(k_at[n], k_after[n], c + 1u == QK_CHUNKS);
                k_next[n] = load_k4(k_at[n], column);
            }
            for (var d = 0u; d < TX; d++) { // unroll
                let at = (c * TX + d) * 4u;
                for (var f = 0u; f < K_FOURS; f++) { // unroll
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    for (var r = 0u; r < RQ; r++) { // unroll
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
            workgroupBarrier();
        }

        var v_next = load_part(g, tile, 0u, 0u, tid);

        // Hidden pairs become MASKED; what the running maximum of a row is of.
        let edits = STAGED || !sees_whole(g, tile);
        for (var r = 0u; r < RQ; r++) { // unroll
            for (var f = 0u; f < K_FOURS; f++) { // unroll
                let n = f * RQ + r;
                s[n] = scale_pairs(s[n]);
                if edits {
                    let row = g.first_row + r * TY + ty;
                    let head = head_of(g, row);
                    let query = row / params.pack;
                    s[n] = edit_four(s[n], b, head, query, tile.first + (f * TX + tx) * 4u, seen_keys(keys_of(g, row), tile.end, b, head, query));
                }
                part[r] = select(size_of(s[n]), max(part[r], size_of(s[n])), f > 0u);
            }
            part[r] = lanes_max(part[r]);
            put_part(r * TY + ty, tx, part[r]);
        }
        workgroupBarrier();

        for (var r = 0u; r < RQ; r++) { // unroll
            let top = next_max(m[r], row_max(r * TY + ty, part[r]));
            let shrink = exp(m[r] - top);
            m[r] = top;
            l[r] *= shrink;
            for (var c = 0u; c < V_GROUPS * V_CHUNKS; c++) { // unroll
                acc[c * RQ + r] *= shrink;
            }
        }

        for (var f = 0u; f < K_FOURS; f++) { // unroll
            // Weights; the mass of a row stays spread over its threads until the end.
            for (var r = 0u; r < RQ; r++) { // unroll
                let row = g.first_row + r * TY + ty;
                let p = weights(s[f * RQ + r], m[r], b, head_of(g, row), row / params.pack, tile.first + (f * TX + tx) * 4u);
                q_tile[(r * TY + ty) * STRIDE + tx] = p;
                l[r] += mass(s[f * RQ + r], p);
            }
            for (var u = 0u; u < V_GROUPS; u++) { // unroll
                // With one group the step before has loaded the first part already.
                if V_GROUPS > 1u && f + u > 0u {
                    v_next = load_part(g, tile, f * FOUR, u, tid);
                }
                for (var h = 0u; h < FOUR; h += PART) {
                    stage_part(v_next, tid);
                    workgroupBarrier();
                    v_next = load_part(g, tile, f * FOUR + h + PART, u, tid);
                    for (var k4 = 0u; k4 < PART / 4u; k4++) { // unroll
                        var p: array<vec4<f32>, RQ>;
                        for (var r = 0u; r < RQ; r++) { // unroll
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
                        for (var c = 0u; c < V_CHUNKS; c++) { // unroll
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            for (var r = 0u; r < RQ; r++) { // unroll
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
                    }
                    if h + PART < FOUR {
                        workgroupBarrier();
                    }
                }
                // Once for all parts: accumulators that a branch may change are copied where its ways meet.
                if atomicLoad(&v_nonfinite) != 0u {
                    for (var k = 0u; k < FOUR; k++) {
                        let v_at = value_at(g, tile, f * FOUR + k);
                        for (var c = 0u; c < V_CHUNKS; c++) { // unroll
                            let x = load_v4(v_at, (u * V_ROW + c * TX + tx) * 4u);
                            for (var r = 0u; r < RQ; r++) { // unroll
                                let p = q_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                                acc[(u * V_CHUNKS + c) * RQ + r] += select(vec4<f32>(0.0), p * x, nonfinite(x) & vec4<bool>(p != 0.0));
                            }
                        }
                    }
                }
                workgroupBarrier();
            }
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
            let head = head_of(g, row);
            let query = row / params.pack;
            let end = finish_row(m[r], row_sum(r * TY + ty, part[r]), head, g.split);
            let at = output_at(g, head, query);
            let factor = end.x * row_weight(b, head, query);
            for (var c = 0u; c < V_GROUPS * V_CHUNKS; c++) { // unroll
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * factor, b, head, query, d));
            }
            if tx == 0u {
                store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
            }
        }
    }
}

// What a thread stages of a part of the values from the tile's slot `first` on, of the u-th group of columns.
fn load_part(g: Group, tile: Tile, first: u32, u: u32, tid: u32) -> array<vec4<f32>, V_FOURS> {
    var x: array<vec4<f32>, V_FOURS>;
    for (var n = 0u; n < V_FOURS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        x[n] = load_v4(value_at(g, tile, first + i / V_ROW), (u * V_ROW + i % V_ROW) * 4u);
    }
    return x;
}

// Stages it. That some value is not finite is seen by the largest of all bits but the sign's.
fn stage_part(x: array<vec4<f32>, V_FOURS>, tid: u32) {
    var largest = vec4<u32>(0u);
    for (var n = 0u; n < V_FOURS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = x[n];
            largest = max(largest, bitcast<vec4<u32>>(x[n]) & vec4<u32>(0x7fffffffu));
        }
    }
    if all(largest < vec4<u32>(0x7f800000u)) {
        return;
    }
    atomicStore(&v_nonfinite, 1u);
    for (var n = 0u; n < V_FOURS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = select(x[n], vec4<f32>(0.0), nonfinite(x[n]));
        }
    }
}

// Keys that a row sees at most: none for a row that is switched off.
fn keys_of(g: Group, row: u32) -> vec2<u32> {
    if row >= g.row_end || row_weight(g.seen.batch, head_of(g, row), row / params.pack) == 0.0 {
        return vec2<u32>(0u);
    }
    return key_range(row / params.pack, g.seen.offset, g.kv_len);
}
