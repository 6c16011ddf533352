// Linear attention by chunks, first of two passes: all that chunks have for themselves, for all of them at
// once. A workgroup has one chunk of one state.
//
// With G the running sums of log decays in a chunk, for the second pass (`inter_chunk.wgsl`):
//   A_ij = (q_i . k_j) exp(G_i - G_j), j <= i, and Q o exp(G), of every query head; K o exp(G_last - G);
// for the delta rule also, with L_ij = (k_i . k_j) exp(G_i - G_j), j < i, and the rates b
//   T = (I + diag(b) L)^-1 diag(b),  W = T (K o exp(G)),  U = T V,
// so that updates are U - W S with the state S before the chunk (Yang et al., 2024, the UT transform). T is
// solved for where L was, by blocks of 8 rows.
//
// What the second pass reads row by row of a state is written transposed, four tokens a vec4.
//
// How rows are multiplied with keys, slice by slice of their features: the fragments in products/.
//
// Constants: WORKGROUP, CHUNK, QK_DIM, V_DIM and those of the problem.

// Rows of a thread's tile; columns of what T is applied to at once, in vec4; a row in workgroup memory.
const HIGH: u32 = 8u;
const WIDE4: u32 = WORKGROUP / (CHUNK / HIGH);
const L_ROW: u32 = CHUNK4 + 1u;

// L, then T; before and after them slices of both factors of a product.
var<workgroup> l_tile: array<vec4<f32>, CHUNK * max(L_ROW, 2u * SLICE_ROW + 1u)>;
// G and exp(G).
var<workgroup> g_tile: array<f32, CHUNK>;
var<workgroup> grown: array<f32, CHUNK>;
var<workgroup> rates: array<f32, CHUNK>;

// Products of the keys, or of the queries of a head, with the keys: into `l_tile`, or transposed to `at`.
// Threads write whole vectors: to write parts of one is a race in WGSL.
fn products(c: Chunk, tid: u32, corrects: bool, head: u32, at: u32) {
    // Threads of two rows of tiles alternate, as in `flash.wgsl`.
    let i0 = (tid / (2u * CHUNK4) * 2u + tid % 2u) * HIGH;
    let j0 = tid / 2u % CHUNK4;
    let owns = i0 < CHUNK;
    var sums: Sums;
    start(&sums);
    for (var d0 = 0u; d0 < QK_PAD; d0 += 4u * SLICE4) {
        workgroupBarrier();
        for (var n = tid; n < CHUNK4 * SLICE4; n += WORKGROUP) {
            let t0 = n % CHUNK4 * 4u;
            let d4 = n / CHUNK4;
            var x: mat4x4<f32>;
            for (var r = 0u; r < 4u; r++) { // unroll
                let t = t0 + r;
                let k = load_k4(key_row(c, t), d0 + d4 * 4u);
                put_key(t, d4, k);
                x[r] = k;
                if !corrects {
                    x[r] = load_q4(q_at(c.b, head, chunk_token(c, t)), d0 + d4 * 4u);
                }
                put_row(t, d4, x[r]);
                x[r] *= grown[t];
            }
            if !corrects {
                x = transpose(x);
                for (var e = 0u; e < 4u; e++) { // unroll
                    within[at + (d0 + d4 * 4u + e) * CHUNK4 + t0 / 4u] = x[e];
                }
            }
        }
        workgroupBarrier();
        add_slice(&sums, tid, i0, j0);
    }
    workgroupBarrier();
    var acc = take(&sums, tid, i0, j0);
    let j = vec4<u32>(4u * j0) + vec4<u32>(0u, 1u, 2u, 3u);
    if owns {
        for (var r = 0u; r < HIGH; r++) { // unroll
            if DECAY {
                let g = vec4<f32>(g_tile[j.x], g_tile[j.y], g_tile[j.z], g_tile[j.w]);
                acc[r] *= exp(vec4<f32>(g_tile[i0 + r]) - g);
            }
            // Other pairs are selected away: their factors may be infinite.
            acc[r] = select(vec4<f32>(0.0), acc[r], j < vec4<u32>(i0 + r + select(1u, 0u, corrects)));
            if corrects {
                l_tile[(i0 + r) * L_ROW + j0] = acc[r];
            }
        }
    }
    if owns && !corrects {
        for (var r = 0u; r < HIGH; r += 4u) { // unroll
            let columns = transpose(mat4x4<f32>(acc[r], acc[r + 1u], acc[r + 2u], acc[r + 3u]));
            for (var n = 0u; n < 4u; n++) { // unroll
                within[at + (QK_PAD + j[n]) * CHUNK4 + (i0 + r) / 4u] = columns[n];
            }
        }
    }
}

// T in place of L. Row i of T, left of a block, starts as what blocks before give it; in the block and right
// of it L is still there.
fn solve(tid: u32) {
    for (var block = 0u; block < CHUNK; block += 8u) {
        workgroupBarrier();
        // The rows of the block, four columns a thread.
        let c4 = min(tid, CHUNK4 - 1u);
        let column = vec4<u32>(4u * c4) + vec4<u32>(0u, 1u, 2u, 3u);
        var x: array<vec4<f32>, 8>;
        for (var r = 0u; r < 8u; r++) { // unroll
            let i = block + r;
            var sum = l_tile[i * L_ROW + c4];
            if c4 >= block / 4u {
                sum = select(vec4<f32>(0.0), vec4<f32>(1.0), column == vec4<u32>(i));
            }
            let l0 = l_tile[i * L_ROW + block / 4u];
            let l1 = l_tile[i * L_ROW + block / 4u + 1u];
            for (var j = 0u; j < r; j++) { // unroll
                sum -= select(l0[j % 4u], l1[j % 4u], j >= 4u) * x[j];
            }
            x[r] = rates[i] * sum;
        }
        // What rows below have in the columns of the block.
        let row = block + 8u + tid % CHUNK;
        var below0 = vec4<f32>(0.0);
        var below1 = vec4<f32>(0.0);
        if row < CHUNK {
            below0 = l_tile[row * L_ROW + block / 4u];
            below1 = l_tile[row * L_ROW + block / 4u + 1u];
        }
        workgroupBarrier();
        if tid < block / 4u + 2u {
            for (var r = 0u; r < 8u; r++) { // unroll
                l_tile[(block + r) * L_ROW + c4] = x[r];
            }
        }
        workgroupBarrier();
        if row < CHUNK {
            for (var n = tid / CHUNK; n < block / 4u + 2u; n += WORKGROUP / CHUNK) {
                var sum = vec4<f32>(0.0);
                if n < block / 4u {
                    sum = l_tile[row * L_ROW + n];
                }
                for (var j = 0u; j < 4u; j++) { // unroll
                    sum -= below0[j] * l_tile[(block + j) * L_ROW + n];
                    sum -= below1[j] * l_tile[(block + 4u + j) * L_ROW + n];
                }
                l_tile[row * L_ROW + n] = sum;
            }
        }
    }
    // Right of its diagonal T is 0, where the last block's columns of the first rows still hold L's zeros.
    workgroupBarrier();
}

// T times the faded keys, transposed to `at`, or times the values, a tile of HIGH rows x one vec4 a thread.
// Rows of T are the longer the later: a thread has late rows and early ones by turns.
fn apply(c: Chunk, tid: u32, values: bool, at: u32) {
    var row0 = key_row(c, 0u);
    var step = key_row(c, 1u) - row0;
    if values {
        row0 = v_at(c.b, c.h, chunk_token(c, 0u));
        step = v_at(c.b, c.h, chunk_token(c, 1u)) - row0;
    }
    let last = min(CHUNK, c.tokens - c.first) - 1u;
    var i0 = tid / WIDE4 * HIGH;
    for (var first = 0u; first < select(QK_PAD, V_DIM, values); first += 4u * WIDE4) {
        let d = first + tid % WIDE4 * 4u;
        var sum: array<vec4<f32>, HIGH>;
        for (var j = 0u; j < i0 + HIGH; j += 4u) {
            var x: array<vec4<f32>, 4>;
            for (var e = 0u; e < 4u; e++) { // unroll
                let row = row0 + min(j + e, last) * step;
                if values {
                    x[e] = load_v4(row, d);
                } else {
                    x[e] = load_k4(row, d) * grown[j + e];
                }
            }
            for (var r = 0u; r < HIGH; r++) { // unroll
                let t = l_tile[(i0 + r) * L_ROW + j / 4u];
                for (var e = 0u; e < 4u; e++) { // unroll
                    sum[r] += t[e] * x[e];
                }
            }
        }
        if values && d < V_DIM {
            for (var r = 0u; r < HIGH; r++) { // unroll
                if chunk_holds(c, i0 + r) {
                    store_o4(o_at(c.b, c.h, chunk_token(c, i0 + r)), d, V_DIM, sum[r]);
                }
            }
        }
        if !values && d < QK_PAD {
            for (var r = 0u; r < HIGH; r += 4u) { // unroll
                let rows = transpose(mat4x4<f32>(sum[r], sum[r + 1u], sum[r + 2u], sum[r + 3u]));
                for (var e = 0u; e < 4u; e++) { // unroll
                    within[at + (d + e) * CHUNK4 + (i0 + r) / 4u] = rows[e];
                }
            }
        }
        i0 = CHUNK - HIGH - i0;
    }
}

fn keep_keys(c: Chunk, tid: u32, at: u32) {
    for (var n = tid; n < QK_PAD * CHUNK4; n += WORKGROUP) {
        let t = n / (QK_PAD / 4u);
        let k = load_k4(key_row(c, t), n % (QK_PAD / 4u) * 4u) * exp(g_tile[CHUNK - 1u] - g_tile[t]);
        within[at + n] = select(vec4<f32>(0.0), k, chunk_holds(c, t));
    }
}

fn run(wid: vec3<u32>, tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let n = id % params.chunks;
    let state = id / params.chunks;
    var c = chunk_of(state);
    c.first = n * CHUNK;
    if c.first >= c.tokens {
        return;
    }
    let base = within_at(c, n);
    for (var t = tid; t < CHUNK; t += WORKGROUP) {
        g_tile[t] = reader_faded(c, false, t);
        grown[t] = exp(g_tile[t]);
        // No update of what stands for a token past the end.
        rates[t] = select(0.0, load_beta(beta_at(c.b, c.h, chunk_token(c, t))), chunk_holds(c, t));
    }
    workgroupBarrier();
    keep_keys(c, tid, keys_at(base));
    if DELTA {
        products(c, tid, true, 0u, 0u);
        solve(tid);
        apply(c, tid, false, base);
        apply(c, tid, true, base);
    }
    for (var g = 0u; g < select(0u, params.group, OUTPUTS); g++) {
        products(c, tid, false, c.h * params.group + g, queries_at(base, g));
    }
}
