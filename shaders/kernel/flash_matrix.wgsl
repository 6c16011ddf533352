// Tiled attention by cooperative matrices: f16 factors, f32 sums. Scores leave the matrices through
// workgroup memory, are edited and weighed there by plain threads, and go back as f16 weights; the
// outputs stay with the threads, in f32.
//
// A strip of SIZE rows belongs to a subgroup, and TX threads of it to each row. A tile has as many
// keys as a chunk has columns, four matrices: one array holds a chunk of keys and then of values,
// another scores and then products with values. Every subgroup does the same operations on matrices
// in the same order, none of them under a condition: what differs is where they load and store.
// Which rows and which tiles: the fragments in tiles/.
//
// The maximum that weights are relative to moves only if it would by more than SLACK. Softmax does
// not depend on it, and f16 rounds a weight of up to exp(SLACK) = 55 by the same share of it as one
// below 1, so nothing is lost, and most tiles leave the outputs as they are.
//
// Constants: SIZE, STRIPS, LANES (of a subgroup), TX = LANES / SIZE, WORKGROUP = STRIPS * LANES,
// BLOCK_Q = STRIPS * SIZE, BLOCK_K = 4 * SIZE, QK_DIM, V_DIM, QK_CHUNKS and V_CHUNKS (BLOCK_K columns
// each), STAGED (every score is edited), ROLLED (a processor). Aliases: Left, Right, Sum.

const SLACK: f32 = 4.0;
// Fours of a row's scores, or of a chunk's columns, that a thread has.
const FOURS: u32 = SIZE / TX;
// Rows in workgroup memory: whole multiples of 16 bytes, that do not begin in the same bank.
const HALVES: u32 = BLOCK_K + 8u;
const FLOATS: u32 = BLOCK_K + 4u;

// Factors of products: queries from 0 on, keys or values from KV, weights from P.
const KV: u32 = BLOCK_Q * HALVES;
const P: u32 = KV + BLOCK_K * HALVES;
var<workgroup> halves: array<f16, P + BLOCK_Q * HALVES>;
// Scores, and products with values.
var<workgroup> floats: array<f32, BLOCK_Q * FLOATS>;
// Set once a value that is not finite was staged: from then on weights of 0 select.
var<workgroup> v_nonfinite: atomic<u32>;

fn four_floats(at: u32) -> vec4<f32> {
    return vec4<f32>(floats[at], floats[at + 1u], floats[at + 2u], floats[at + 3u]);
}

fn put_floats(at: u32, x: vec4<f32>) {
    floats[at] = x.x;
    floats[at + 1u] = x.y;
    floats[at + 2u] = x.z;
    floats[at + 3u] = x.w;
}

fn put_halves(at: u32, x: vec4<f16>) {
    halves[at] = x.x;
    halves[at + 1u] = x.y;
    halves[at + 2u] = x.z;
    halves[at + 3u] = x.w;
}

// Stores a strip of four matrices.
fn put_strip(at: u32, s0: Sum, s1: Sum, s2: Sum, s3: Sum) {
    coopStoreT(s0, &floats[at], FLOATS);
    coopStoreT(s1, &floats[at + SIZE], FLOATS);
    coopStoreT(s2, &floats[at + 2u * SIZE], FLOATS);
    coopStoreT(s3, &floats[at + 3u * SIZE], FLOATS);
}

fn run(wid: vec3<u32>, tid: u32) {
    // No return before an operation on matrices: a workgroup without rows passes over all tiles.
    var g = group_of(min(group_id(wid), params.groups - 1u));
    if group_id(wid) >= params.groups {
        g.row_end = 0u;
        g.tiles = vec3<u32>(0u);
    }
    let b = g.seen.batch;

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
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
    var acc: array<vec4<f32>, V_CHUNKS * FOURS>;
    for (var n = 0u; n < V_CHUNKS * FOURS; n++) {
        acc[n] = vec4<f32>(0.0);
    }

    // A number that the compiler does not know, where unrolled products take it seconds.
    let width = select(BLOCK_K, params.tile_keys, ROLLED);
    var staged = false;
    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let tile = tile_at(t, g.tiles.z, g.seen);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }

        var s0 = Sum();
        var s1 = Sum();
        var s2 = Sum();
        var s3 = Sum();
        for (var c = 0u; c < QK_CHUNKS; c++) {
            workgroupBarrier();
            if QK_CHUNKS > 1u || !staged {
                for (var n = tid; n < BLOCK_Q * SIZE; n += WORKGROUP) {
                    let r = g.first_row + n / SIZE;
                    var x = vec4<f16>(0.0);
                    if r < g.row_end {
                        x = vec4<f16>(load_q4(query_at(g, r), c * BLOCK_K + n % SIZE * 4u));
                    }
                    put_halves(n / SIZE * HALVES + n % SIZE * 4u, x);
                }
            }
            for (var n = tid; n < BLOCK_K * SIZE; n += WORKGROUP) {
                let key = key_of(key0 + n / SIZE);
                var x = vec4<f16>(0.0);
                if key < tile.end {
                    x = vec4<f16>(load_k4(g.k_base + key * params.k_row, c * BLOCK_K + n % SIZE * 4u));
                }
                put_halves(KV + n / SIZE * HALVES + n % SIZE * 4u, x);
            }
            staged = true;
            workgroupBarrier();
            for (var d = 0u; d < width && c * BLOCK_K + d < QK_DIM; d += SIZE) {
                let x = coopLoadT<Left>(&halves[strip * HALVES + d], HALVES);
                s0 = coopMultiplyAdd(x, coopLoad<Right>(&halves[KV + d], HALVES), s0);
                s1 = coopMultiplyAdd(x, coopLoad<Right>(&halves[KV + SIZE * HALVES + d], HALVES), s1);
                s2 = coopMultiplyAdd(x, coopLoad<Right>(&halves[KV + 2u * SIZE * HALVES + d], HALVES), s2);
                s3 = coopMultiplyAdd(x, coopLoad<Right>(&halves[KV + 3u * SIZE * HALVES + d], HALVES), s3);
            }
        }
        put_strip(strip * FLOATS, s0, s1, s2, s3);
        workgroupBarrier();

        let whole = sees_whole(g, tile);
        let edits = STAGED || !whole;
        var part = MASKED;
        for (var n = 0u; n < FOURS; n++) {
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            var s = four_floats(own * FLOATS + k) * params.scale;
            if edits {
                s = edit_four(s, b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
                put_floats(own * FLOATS + k, s);
            }
            part = max(part, size_of(s));
        }
        let top = next_max(m, lanes_max(part));
        if top > m + SLACK {
            let shrink = exp(m - top);
            m = top;
            l *= shrink;
            for (var n = 0u; n < V_CHUNKS * FOURS; n++) {
                acc[n] *= shrink;
            }
        }
        let scale = select(params.scale, 1.0, edits);
        for (var n = 0u; n < FOURS; n++) {
            let k = (n * TX + tx) * 4u;
            let s = four_floats(own * FLOATS + k) * scale;
            let p = weights(s, m, b, head, query, key0 + k);
            l += mass(s, p);
            put_halves(P + own * HALVES + k, vec4<f16>(p));
        }

        for (var c = 0u; c < V_CHUNKS; c++) {
            for (var n = tid; n < BLOCK_K * SIZE; n += WORKGROUP) {
                let key = key_of(key0 + n / SIZE);
                var x = vec4<f16>(0.0);
                if key < tile.end {
                    x = vec4<f16>(load_v4(g.v_base + key * params.v_row, c * BLOCK_K + n % SIZE * 4u));
                    if any_nonfinite(vec4<f32>(x)) {
                        atomicStore(&v_nonfinite, 1u);
                    }
                }
                put_halves(KV + n / SIZE * HALVES + n % SIZE * 4u, x);
            }
            workgroupBarrier();
            var o0 = Sum();
            var o1 = Sum();
            var o2 = Sum();
            var o3 = Sum();
            for (var k = 0u; k < width; k += SIZE) {
                let p = coopLoadT<Left>(&halves[P + strip * HALVES + k], HALVES);
                o0 = coopMultiplyAdd(p, coopLoadT<Right>(&halves[KV + k * HALVES], HALVES), o0);
                o1 = coopMultiplyAdd(p, coopLoadT<Right>(&halves[KV + k * HALVES + SIZE], HALVES), o1);
                o2 = coopMultiplyAdd(p, coopLoadT<Right>(&halves[KV + k * HALVES + 2u * SIZE], HALVES), o2);
                o3 = coopMultiplyAdd(p, coopLoadT<Right>(&halves[KV + k * HALVES + 3u * SIZE], HALVES), o3);
            }
            put_strip(strip * FLOATS, o0, o1, o2, o3);
            let careful = atomicLoad(&v_nonfinite) != 0u;
            if careful {
                // A weight of 0 must hide its value, whatever that is.
                for (var k = 0u; k < BLOCK_K; k++) {
                    let p = f32(halves[P + own * HALVES + k]);
                    for (var n = 0u; n < FOURS; n++) {
                        let at = KV + k * HALVES + (n * TX + tx) * 4u;
                        let v = vec4<f32>(vec4<f16>(halves[at], halves[at + 1u], halves[at + 2u], halves[at + 3u]));
                        acc[c * FOURS + n] += select(p * v, vec4<f32>(0.0), p == 0.0);
                    }
                }
            }
            workgroupBarrier();
            if !careful {
                for (var n = 0u; n < FOURS; n++) {
                    acc[c * FOURS + n] += four_floats(own * FLOATS + (n * TX + tx) * 4u);
                }
            }
        }
    }

    let sum = lanes_sum(l);
    if row < g.row_end {
        let end = finish_row(m, sum, head, g.split);
        let at = output_at(g, head, query);
        for (var c = 0u; c < V_CHUNKS; c++) {
            for (var n = 0u; n < FOURS; n++) {
                let d = c * BLOCK_K + (n * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * FOURS + n] * (end.x * factor), b, head, query, d));
            }
        }
        if tx == 0u {
            store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.y);
        }
    }
}
