// Gradients of softmax attention by tiles of pairs: SIDE threads along what is owned by SIDE along the others, four by four
// pairs each, then four of what is owned by four columns. Slices of features go through workgroup memory. Weights are taken again
// from the log-sum-exps, so that no buffer holds every pair (Dao et al., FlashAttention, algorithm 4; here each
// gradient by a walk of its own, without atomics).
//
// Constants: WORKGROUP = SIDE * SIDE, SIDE, BLOCK_OWN = BLOCK = 4 * SIDE, QK_DIM, V_DIM, STAGED (stages follow, so every score is
// edited), RAGGED.

// Vectors of a slice: as many as threads along a side.
const SLICE4: u32 = SIDE;
const QK_SLICES: u32 = (QK_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);
const V_SLICES: u32 = (V_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);
const SUM_DIM: u32 = select(QK_DIM, V_DIM, OF_VALUES);
const SUM_SLICES: u32 = select(QK_SLICES, V_SLICES, OF_VALUES);

// A slice of what is owned and of the others, a vector of all after the other, so that neighbours read neighbours.
var<workgroup> own_tile: array<vec4<f32>, BLOCK_OWN * SLICE4>;
// In the sums: the vectors of each other one after another.
var<workgroup> other_tile: array<vec4<f32>, BLOCK * SLICE4>;
// What pairs add up by: four of what is owned, for each of the others.
var<workgroup> weight_tile: array<vec4<f32>, SIDE * BLOCK>;
// Set once something that is not finite was staged: from then on weights of 0 select.
var<workgroup> some_nonfinite: atomic<u32>;

alias Products = array<vec4<f32>, 4>;

fn add_products(sums: ptr<function, Products>, ty: u32, tx: u32) {
    for (var d = 0u; d < SLICE4; d++) { // unroll
        for (var c = 0u; c < 4u; c++) { // unroll
            let x = other_tile[d * BLOCK + tx + c * SIDE];
            for (var r = 0u; r < 4u; r++) { // unroll
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + ty * 4u + r], x, 0u, d);
            }
        }
    }
}

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let o = owned(group_id(wid));
    if o.span.x >= o.span.y {
        return;
    }
    let tx = tid % SIDE;
    let ty = tid / SIDE;
    if tid == 0u {
        atomicStore(&some_nonfinite, 0u);
    }

    var sum: array<array<vec4<f32>, 4>, SUM_SLICES>;
    for (var n = 0u; n < SUM_SLICES; n++) { // unroll
        for (var r = 0u; r < 4u; r++) { // unroll
            sum[n][r] = vec4<f32>(0.0);
        }
    }
    let heads = heads_of(o);
    for (var h = heads.x; h < heads.y; h++) {
        for (var at = o.others.x / BLOCK * BLOCK; at < o.others.y; at += BLOCK) {
            let pairs = pairs_of(o, at);
            if !pairs_listed(o, h, pairs.rows, pairs.keys) {
                continue;
            }
            // Written out: a browser was seen to keep what an earlier round left in a variable of the loop.
            var s = Products();
            for (var n = 0u; n < QK_SLICES; n++) {
                workgroupBarrier();
                for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
                    let row = x / SLICE4;
                    let d = x % SLICE4;
                    own_tile[d * BLOCK_OWN + row] = own_score(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
                    other_tile[d * BLOCK + row] = other_score(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
                }
                workgroupBarrier();
                add_products(&s, ty, tx);
            }
            var g = Products();
            if !OF_VALUES {
                for (var n = 0u; n < V_SLICES; n++) {
                    workgroupBarrier();
                    for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
                        let row = x / SLICE4;
                        let d = x % SLICE4;
                        own_tile[d * BLOCK_OWN + row] = own_value(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
                        other_tile[d * BLOCK + row] = other_value(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
                    }
                    workgroupBarrier();
                    add_products(&g, ty, tx);
                }
            }
            let hides = hides_some(o, pairs);
            for (var c = 0u; c < 4u; c++) { // unroll
                let other = at + tx + c * SIDE;
                var w = vec4<f32>(0.0);
                for (var r = 0u; r < 4u; r++) { // unroll
                    let own = o.span.x + ty * 4u + r;
                    let i = select(own, other, OWNS_KEYS);
                    let j = select(other, own, OWNS_KEYS);
                    let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
                    w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
                }
                weight_tile[ty * BLOCK + tx + c * SIDE] = w;
            }
            for (var n = 0u; n < SUM_SLICES; n++) { // unroll
                workgroupBarrier();
                for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
                    let other = at + x / SLICE4;
                    let d = (n * SLICE4 + x % SLICE4) * 4u;
                    var y = vec4<f32>(0.0);
                    if other < o.others.y {
                        y = summed(o, h, other, d);
                    }
                    if any_nonfinite(y) {
                        atomicStore(&some_nonfinite, 1u);
                    }
                    other_tile[x] = y;
                }
                workgroupBarrier();
                let careful = atomicLoad(&some_nonfinite) != 0u;
                for (var x = 0u; x < BLOCK; x++) {
                    let w = weight_tile[ty * BLOCK + x];
                    let y = other_tile[x * SLICE4 + tx];
                    for (var r = 0u; r < 4u; r++) { // unroll
                        if careful {
                            // A weight of 0 must hide its row, whatever that is.
                            sum[n][r] += select(w[r] * y, vec4<f32>(0.0), w[r] == 0.0);
                        } else {
                            sum[n][r] = fma(vec4<f32>(w[r]), y, sum[n][r]);
                        }
                    }
                }
            }
        }
    }

    for (var n = 0u; n < SUM_SLICES; n++) { // unroll
        for (var r = 0u; r < 4u; r++) { // unroll
            let own = o.span.x + ty * 4u + r;
            let d = (n * SLICE4 + tx) * 4u;
            if own < o.span.y && d < SUM_DIM {
                store_o4(result_at(o, own), d, SUM_DIM, finish(sum[n][r]));
            }
        }
    }
}

// Four columns of what weights are factors of.
fn summed(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> {
    if OF_VALUES {
        return other_value(o, h, n, d);
    }
    return other_score(o, h, n, d);
}
