// Tiled attention by cooperative matrices: f16 factors, f32 sums. Queries and outputs stay in matrices.
// Scores leave them through workgroup memory, are edited and weighed there by plain threads, and go
// back as f16 weights.
//
// A strip of SIZE rows belongs to a subgroup, and TX threads of it to each row. Keys and values of a tile
// are staged together, for all strips. What an
// array of matrices is indexed by must be known where the shader is compiled: marked loops.
//
// The maximum that weights are relative to moves only if it would by more than SLACK. Softmax does
// not depend on it, and f16 rounds a weight of up to exp(SLACK) = 55 by the same share of it as one
// below 1, so nothing is lost, and most tiles leave the outputs where they are. Only then, and for
// values that are not finite, do outputs pass through workgroup memory.
//
// Operations on matrices want all threads of a subgroup. That a condition holds for all of them no compiler
// sees, and naga refuses an `if`; a loop that ends by itself it takes.
//
// Constants: SIZE, LANES (of a subgroup), TX = LANES / SIZE, WORKGROUP (LANES for every strip),
// BLOCK_Q (SIZE for every strip), BLOCK_K (a multiple of SIZE), QK_DIM, V_DIM, STAGED (every score is edited).
// Aliases: Left, Right, Sum. From matrix/: Halves, Floats, UNIT; MORE, which is 0.

const SLACK: f32 = 4.0;
// Matrices of a row: of scores, and of queries and values as many times that.
const KS: u32 = BLOCK_K / SIZE;
const QS: u32 = (QK_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
const VS: u32 = (V_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
// Fours of a row's scores that a thread has.
const FOURS: u32 = BLOCK_K / 4u / TX;
// Rows in workgroup memory: whole multiples of 16 bytes, that do not begin in the same bank.
const K_ROW: u32 = QS * SIZE + 8u;
const V_ROW: u32 = VS * SIZE + 8u;
const ROW: u32 = BLOCK_K + 8u;
// Where values begin, after keys.
const V: u32 = BLOCK_K * K_ROW;
// Fours of keys and values that a thread stages.
const K_FOURS: u32 = (BLOCK_K * QS * SIZE / 4u + WORKGROUP - 1u) / WORKGROUP;
const V_FOURS: u32 = (BLOCK_K * VS * SIZE / 4u + WORKGROUP - 1u) / WORKGROUP;
const Q_FOURS: u32 = (BLOCK_Q * BLOCK_K / 4u + WORKGROUP - 1u) / WORKGROUP;

var<workgroup> halves: array<Halves, (V + BLOCK_K * V_ROW) / UNIT>;
// Queries on their way into matrices, then weights.
var<workgroup> p_tile: array<Halves, BLOCK_Q * ROW / UNIT>;
// Scores, and outputs on their way.
var<workgroup> floats: array<Floats, BLOCK_Q * ROW / UNIT>;
// Set once a value that is not finite was staged: in its place is 0, and it is added by plain threads.
var<workgroup> v_nonfinite: atomic<u32>;
// One past the last tile at which the maximum of some row moved.
var<workgroup> moved: atomic<u32>;

fn run(wid: vec3<u32>, tid: u32) {
    // No return before an operation on matrices: a workgroup without rows passes over all tiles.
    var g = group_of(min(group_id(wid), params.groups - 1u));
    if group_id(wid) >= params.groups {
        g.row_end = 0u;
        g.tiles = vec3<u32>(0u);
    }
    let b = g.seen.batch;
    set_lengths();
    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
        atomicStore(&moved, 0u);
    }
    let strip = tid / LANES * SIZE;
    let own = tid / TX;
    let tx = tid % TX;

    let row = g.first_row + own;
    let query = row / params.pack;
    let head = head_of(g, row);
    var factor = 0.0;
    var keys = vec2<u32>(0u);
    var m = MASKED;
    var l = 0.0;
    if row < g.row_end {
        factor = row_weight(b, head, query);
        keys = select(key_range(query, g.seen.offset, g.kv_len), vec2<u32>(0u), factor == 0.0);
        m = first_max(lse_at(g, head, query));
    }

    var queries: array<Left, QS>;
    for (var c = 0u; c < QS / KS + MORE; c++) { // unroll
        for (var n = 0u; n < Q_FOURS; n++) { // unroll
            let i = n * WORKGROUP + tid;
            if i < BLOCK_Q * BLOCK_K / 4u {
                let d = i % (BLOCK_K / 4u) * 4u;
                let r = g.first_row + i / (BLOCK_K / 4u);
                var x = vec4<f16>(0.0);
                if r < g.row_end {
                    x = vec4<f16>(load_q4(query_at(g, r), c * BLOCK_K + d));
                }
                put_weights(i / (BLOCK_K / 4u) * ROW + d, x);
            }
        }
        workgroupBarrier();
        for (var n = 0u; n < KS; n++) { // unroll
            queries[c * KS + n] = coopLoadT<Left>(&p_tile[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
        }
        workgroupBarrier();
    }
    var outputs: array<Sum, VS>;
    for (var c = 0u; c < VS + MORE; c++) { // unroll
        outputs[c] = Sum();
    }

    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let tile = tile_at(t, g.tiles.z, g.seen);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }
        // Every strip is done with the tile before.
        workgroupBarrier();
        // Loads under no condition overlap; slots past the end have weights of 0.
        for (var n = 0u; n < K_FOURS; n++) { // unroll
            let i = n * WORKGROUP + tid;
            let slot = i / (QS * SIZE / 4u);
            let d = i % (QS * SIZE / 4u) * 4u;
            if BLOCK_K * QS * SIZE / 4u % WORKGROUP == 0u || slot < BLOCK_K {
                let key = key_of(min(key0 + slot, tile.end - 1u));
                put_halves(slot * K_ROW + d, vec4<f16>(load_k4(g.k_base + key * params.k_row, d)));
            }
        }
        for (var n = 0u; n < V_FOURS; n++) { // unroll
            let i = n * WORKGROUP + tid;
            let slot = i / (VS * SIZE / 4u);
            let d = i % (VS * SIZE / 4u) * 4u;
            if BLOCK_K * VS * SIZE / 4u % WORKGROUP == 0u || slot < BLOCK_K {
                let key = key_of(min(key0 + slot, tile.end - 1u));
                let x = vec4<f16>(load_v4(g.v_base + key * params.v_row, d));
                let apart = nonfinite(vec4<f32>(x));
                if any(apart) {
                    atomicStore(&v_nonfinite, 1u);
                }
                put_halves(V + slot * V_ROW + d, select(x, vec4<f16>(0.0), apart));
            }
        }
        workgroupBarrier();

        for (var n = 0u; n < KS + MORE; n++) { // unroll
            var s = Sum();
            for (var c = 0u; c < QS + MORE; c++) { // unroll
                s = coopMultiplyAdd(queries[c], coopLoad<Right>(&halves[(n * SIZE * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT), s);
            }
            coopStoreT(s, &floats[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
        }
        workgroupBarrier();

        let edits = STAGED || !sees_whole(g, tile);
        var s: array<vec4<f32>, FOURS>;
        var part = MASKED;
        for (var n = 0u; n < FOURS; n++) { // unroll
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            s[n] = four_floats(own * ROW + k) * params.scale;
            if edits {
                s[n] = edit_four(s[n], b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
            }
            part = max(part, size_of(s[n]));
        }
        let top = next_max(m, lanes_max(part));
        var shrink = 1.0;
        let moves = top > m + SLACK;
        if moves {
            atomicMax(&moved, t + 1u);
            shrink = exp(m - top);
            m = top;
            l *= shrink;
        }
        for (var n = 0u; n < FOURS; n++) { // unroll
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_weights(own * ROW + k, vec4<f16>(p));
        }
        workgroupBarrier();

        let careful = atomicLoad(&v_nonfinite) != 0u;
        for (var again = careful || atomicLoad(&moved) > t; again; again = false) {
            for (var c = 0u; c < VS / KS + MORE; c++) { // unroll
                for (var n = 0u; n < KS; n++) { // unroll
                    coopStoreT(outputs[c * KS + n], &floats[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
                }
                workgroupBarrier();
                for (var n = 0u; n < FOURS; n++) { // unroll
                    let d = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + d) * shrink;
                    if careful && row < g.row_end {
                        x += unfinite_values(g, tile, own, c * BLOCK_K + d);
                    }
                    put_floats(own * ROW + d, x);
                }
                workgroupBarrier();
                for (var n = 0u; n < KS; n++) { // unroll
                    outputs[c * KS + n] = coopLoadT<Sum>(&floats[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
                }
                workgroupBarrier();
            }
        }
        for (var n = 0u; n < KS + MORE; n++) { // unroll
            let p = coopLoadT<Left>(&p_tile[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
            for (var c = 0u; c < VS + MORE; c++) { // unroll
                outputs[c] = coopMultiplyAdd(p, coopLoadT<Right>(&halves[(V + n * SIZE * V_ROW + c * SIZE) / UNIT], V_ROW / UNIT), outputs[c]);
            }
        }
    }

    let sum = lanes_sum(l);
    var end = vec2<f32>(0.0);
    if row < g.row_end {
        end = finish_row(m, sum, head, g.split);
    }
    let at = output_at(g, head, query);
    for (var c = 0u; c < VS / KS + MORE; c++) { // unroll
        for (var n = 0u; n < KS; n++) { // unroll
            coopStoreT(outputs[c * KS + n], &floats[(strip * ROW + n * SIZE) / UNIT], ROW / UNIT);
        }
        workgroupBarrier();
        for (var n = 0u; n < FOURS; n++) { // unroll
            let k = (n * TX + tx) * 4u;
            let d = c * BLOCK_K + k;
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
        workgroupBarrier();
    }
    if row < g.row_end && tx == 0u {
        store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.y);
    }
}

// What values that are not finite add to four columns of a row: a weight of 0 hides them.
fn unfinite_values(g: Group, tile: Tile, own: u32, d: u32) -> vec4<f32> {
    var sum = vec4<f32>(0.0);
    for (var k = 0u; k < BLOCK_K; k++) {
        let p = f32(four_weights(own * ROW + k / 4u * 4u)[k % 4u]);
        if p != 0.0 {
            let key = key_of(min(tile.first + k, tile.end - 1u));
            let x = vec4<f32>(vec4<f16>(load_v4(g.v_base + key * params.v_row, d)));
            sum += select(vec4<f32>(0.0), p * x, nonfinite(x));
        }
    }
    return sum;
}
