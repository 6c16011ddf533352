// Tiled attention by cooperative matrices: f16 factors, f32 sums. Queries and outputs stay in matrices.
// Scores leave them through workgroup memory, are edited and weighed there by plain threads, and go
// back as f16 weights.
//
// TEAM subgroups share HIGH matrices of rows: each has its part of a tile's keys for the scores, and its part
// of the columns for the outputs. So every matrix of keys or values that is loaded meets HIGH of rows, and a
// subgroup holds few outputs. What an array of matrices is indexed by must be known where the shader is
// compiled: marked loops.
//
// How many workgroups a GPU runs side by side, workgroup memory bounds: values take the place of keys, which
// nothing reads any more once all scores are stored. Keys of the next tile are loaded while this one is
// worked on.
//
// The maximum that weights are relative to moves only if it would by more than SLACK. Softmax does not depend
// on it, and f16 rounds a weight of up to exp(SLACK) = 55 by the same share of it as one below 1, so nothing
// is lost, and most tiles leave the outputs where they are. Only then do they pass through workgroup memory,
// and from the first value that is not finite on: matrices have 0 in place of it, as 0 times it would be no
// number, and plain threads add what it is worth.
//
// Operations on matrices want all threads of a subgroup. That a condition holds for all of them no compiler
// sees, and naga refuses an `if`; a loop that ends by itself it takes.
//
// Constants: SIZE, LANES (of a subgroup), TEAM, HIGH, WORKGROUP (LANES for every subgroup),
// BLOCK_Q (HIGH * SIZE for every team), TX = WORKGROUP / BLOCK_Q (threads of a row, of one subgroup),
// BLOCK_K (a multiple of TEAM * SIZE and 4 * TX), QK_DIM, V_DIM, STAGED (every score is edited).
// Aliases: Left, Right, Sum, and Eight, eight f16 in four words. From matrix/: Halves, Floats, UNIT; MORE,
// which is 0.

const SLACK: f32 = 4.0;
const NONFINITE: u32 = 0xffffffffu;
// Matrices of a row: of scores, and of queries and values as many times that; and those of one subgroup.
const KS: u32 = BLOCK_K / SIZE;
const QS: u32 = (QK_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
const VS: u32 = (V_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
const OWN_KS: u32 = KS / TEAM;
const OWN_VS: u32 = VS / TEAM;
// Fours of a row's scores that a thread has.
const FOURS: u32 = BLOCK_K / 4u / TX;
// Rows in workgroup memory: whole multiples of 16 bytes, that do not begin in the same bank.
const K_ROW: u32 = QS * SIZE + 8u;
const V_ROW: u32 = VS * SIZE + 8u;
const ROW: u32 = BLOCK_K + 8u;
// Where weights begin, after keys or values.
const P: u32 = BLOCK_K * max(K_ROW, V_ROW);
// Eights of keys and values and fours of queries that a thread stages.
const K_EIGHTS: u32 = (BLOCK_K * QS * SIZE / 8u + WORKGROUP - 1u) / WORKGROUP;
const V_EIGHTS: u32 = (BLOCK_K * VS * SIZE / 8u + WORKGROUP - 1u) / WORKGROUP;
const Q_FOURS: u32 = (BLOCK_Q * BLOCK_K / 4u + WORKGROUP - 1u) / WORKGROUP;

var<workgroup> halves: array<Halves, (P + BLOCK_Q * ROW) / UNIT>;
// Scores, and outputs on their way.
var<workgroup> floats: array<Floats, BLOCK_Q * ROW / UNIT>;
// One past the last tile at which the maximum of some row moved; NONFINITE once a value was not finite.
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
        atomicStore(&moved, 0u);
    }
    let strip = tid / (LANES * TEAM) * (HIGH * SIZE);
    let member = tid / LANES % TEAM;
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

    var queries: array<Left, HIGH * QS>;
    var outputs: array<Sum, HIGH * OWN_VS>;
    for (var c = 0u; c < HIGH * OWN_VS + MORE; c++) { // unroll
        outputs[c] = Sum();
    }

    var here = NthTile(g.tiles.y, Tile());
    var coming = here;
    if g.tiles.x < g.tiles.y {
        here = first_seen(nth_tile(g.tiles.x, g), g);
        coming = nth_tile(here.n + 1u, g);
    }
    var next_keys: array<Eight, K_EIGHTS>;
    if here.n < g.tiles.y {
        hold_tile(here.tile);
        fetch_keys(g, here.tile, tid, &next_keys);
    }
    // While the first keys are on their way.
    take_queries(g, tid, strip, &queries);
    while here.n < g.tiles.y {
        // Every subgroup is done with the tile before.
        workgroupBarrier();
        put_keys(tid, &next_keys);
        workgroupBarrier();
        let next = first_seen(coming, g);
        if next.n < g.tiles.y {
            hold_tile(next.tile);
            fetch_keys(g, next.tile, tid, &next_keys);
        }
        // A step ahead of its keys, which wait for what the list says.
        coming = nth_tile(next.n + 1u, g);
        let tile = here.tile;
        hold_tile(tile);
        var values: array<Eight, V_EIGHTS>;
        fetch_values(g, tile, tid, &values);
        let key0 = tile.first;

        for (var n = 0u; n < OWN_KS + MORE; n++) { // unroll
            let column = (member * OWN_KS + n) * SIZE;
            var s: array<Sum, HIGH>;
            for (var r = 0u; r < HIGH; r++) { // unroll
                s[r] = Sum();
            }
            for (var c = 0u; c < QS + MORE; c++) { // unroll
                let k = coopLoad<Right>(&halves[(column * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT);
                for (var r = 0u; r < HIGH; r++) { // unroll
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
            }
            for (var r = 0u; r < HIGH; r++) { // unroll
                coopStoreT(s[r], &floats[((strip + r * SIZE) * ROW + column) / UNIT], ROW / UNIT);
            }
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
            atomicMax(&moved, here.n + 1u);
            shrink = exp(m - top);
            m = top;
            l *= shrink;
        }
        for (var n = 0u; n < FOURS; n++) { // unroll
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_halves(P + own * ROW + k, vec4<f16>(p));
        }
        put_values(tid, &values);
        workgroupBarrier();

        let last = atomicLoad(&moved);
        for (var again = last > here.n; again; again = false) {
            for (var c = 0u; c < VS / KS + MORE; c++) { // unroll
                put_outputs(c, strip, member, &outputs);
                workgroupBarrier();
                for (var n = 0u; n < FOURS; n++) { // unroll
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
                workgroupBarrier();
                take_outputs(c, strip, member, &outputs);
                workgroupBarrier();
            }
        }
        for (var n = 0u; n < KS + MORE; n++) { // unroll
            var p: array<Left, HIGH>;
            for (var r = 0u; r < HIGH; r++) { // unroll
                p[r] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
            for (var c = 0u; c < OWN_VS + MORE; c++) { // unroll
                let v = coopLoadT<Right>(&halves[(n * SIZE * V_ROW + (member * OWN_VS + c) * SIZE) / UNIT], V_ROW / UNIT);
                for (var r = 0u; r < HIGH; r++) { // unroll
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
            }
        }
        here = next;
    }

    let sum = lanes_sum(l);
    var end = vec3<f32>(0.0);
    if row < g.row_end {
        end = finish_row(m, sum, head, g.split);
    }
    let at = output_at(g, head, query);
    for (var c = 0u; c < VS / KS + MORE; c++) { // unroll
        put_outputs(c, strip, member, &outputs);
        workgroupBarrier();
        for (var n = 0u; n < FOURS; n++) { // unroll
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
        workgroupBarrier();
    }
    if row < g.row_end && tx == 0u {
        store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
    }
}
