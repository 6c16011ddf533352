// Products of a tile of pairs: SIDE threads along what is owned by SIDE along the others, four by four pairs
// each. Slices of features go through workgroup memory.
//
// Constants: WORKGROUP = SIDE * SIDE, SIDE, BLOCK_OWN = BLOCK = 4 * SIDE, QK_DIM, V_DIM.

// Vectors of a slice: as many as threads along a side.
const SLICE4: u32 = SIDE;
const QK_SLICES: u32 = (QK_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);
const V_SLICES: u32 = (V_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);

// A slice of what is owned and of the others, a vector of all after the other, so that neighbours read
// neighbours.
var<workgroup> own_tile: array<vec4<f32>, BLOCK_OWN * SLICE4>;
// In sums of kernel/gradient: the vectors of each other one after another.
var<workgroup> other_tile: array<vec4<f32>, BLOCK * SLICE4>;
// What pairs add up by: four of what is owned, for each of the others.
var<workgroup> weight_tile: array<vec4<f32>, SIDE * BLOCK>;

// Of each of a thread's four others, SIDE apart: its pairs with four that are owned.
alias Products = array<vec4<f32>, 4>;

fn add_products(sums: ptr<function, Products>, tid: u32) {
    for (var d = 0u; d < SLICE4; d++) { // unroll
        for (var c = 0u; c < 4u; c++) { // unroll
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            for (var r = 0u; r < 4u; r++) { // unroll
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
}

// Where the weights of a thread's c-th other are.
fn weight_at(tid: u32, c: u32) -> u32 { return (tid / SIDE) * BLOCK + tid % SIDE + c * SIDE; }

// What scores are made of, of the others from `at` on.
fn add_scores(s: ptr<function, Products>, o: Owned, h: u32, at: u32, tid: u32) {
    for (var n = 0u; n < QK_SLICES; n++) {
        workgroupBarrier();
        for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
            let row = x / SLICE4;
            let d = x % SLICE4;
            own_tile[d * BLOCK_OWN + row] = own_score(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
            other_tile[d * BLOCK + row] = other_score(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
        }
        workgroupBarrier();
        add_products(s, tid);
    }
}

// Of values with gradients by the output.
fn add_values(g: ptr<function, Products>, o: Owned, h: u32, at: u32, tid: u32) {
    for (var n = 0u; n < V_SLICES; n++) {
        workgroupBarrier();
        for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
            let row = x / SLICE4;
            let d = x % SLICE4;
            own_tile[d * BLOCK_OWN + row] = own_value(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
            other_tile[d * BLOCK + row] = other_value(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
        }
        workgroupBarrier();
        add_products(g, tid);
    }
}

// What a thread's pairs add up by (pair_weight), into its places of the tile.
fn weigh_pairs(o: Owned, h: u32, at: u32, tid: u32, pairs: Pairs) {
    // Written out: a browser was seen to keep what an earlier round left in a variable of the loop.
    var s = Products();
    add_scores(&s, o, h, at, tid);
    var g = Products();
    if !OF_VALUES {
        add_values(&g, o, h, at, tid);
    }
    let hides = hides_some(o, pairs);
    for (var c = 0u; c < 4u; c++) { // unroll
        let other = at + tid % SIDE + c * SIDE;
        var w = vec4<f32>(0.0);
        for (var r = 0u; r < 4u; r++) { // unroll
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
        weight_tile[weight_at(tid, c)] = w;
    }
}
