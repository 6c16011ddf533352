// Gradients of softmax attention, a query or a key a thread and what it meets in a tile that all read alike: the form for devices
// whose invocations are the lanes of a processor. Weights are taken again from the log-sum-exps, so that no buffer
// holds every pair (Dao et al., FlashAttention, algorithm 4; here each gradient by a walk of its own, without atomics).
//
// Constants: WORKGROUP, OWN (rows or keys a thread), BLOCK_OWN = WORKGROUP * OWN, BLOCK (others a
// tile, at most WORKGROUP), QK_DIM, V_DIM, STAGED (stages follow, so every score is edited), RAGGED.

const QK4: u32 = (QK_DIM + 3u) / 4u;
const V4: u32 = (V_DIM + 3u) / 4u;
// Gradients by values need none.
const VALUE4: u32 = select(V4, 1u, OF_VALUES);
const SUM_DIM: u32 = select(QK_DIM, V_DIM, OF_VALUES);
const SUM4: u32 = (SUM_DIM + 3u) / 4u;

var<workgroup> score_tile: array<vec4<f32>, BLOCK * QK4>;
var<workgroup> value_tile: array<vec4<f32>, BLOCK * V4>;
var<workgroup> stats_tile: array<vec4<f32>, BLOCK>;
// Set once something that is not finite was staged: from then on weights of 0 select.
var<workgroup> some_nonfinite: atomic<u32>;

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let o = owned(group_id(wid));
    if o.span.x >= o.span.y {
        return;
    }
    let first = o.span.x + tid * OWN;
    if tid == 0u {
        atomicStore(&some_nonfinite, 0u);
    }

    var sum: array<array<vec4<f32>, SUM4>, OWN>;
    for (var r = 0u; r < OWN; r++) { // unroll
        for (var d = 0u; d < SUM4; d++) { // unroll
            sum[r][d] = vec4<f32>(0.0);
        }
    }
    let heads = heads_of(o);
    for (var h = heads.x; h < heads.y; h++) {
        var score: array<array<vec4<f32>, QK4>, OWN>;
        var value: array<array<vec4<f32>, VALUE4>, OWN>;
        var stats: array<vec4<f32>, OWN>;
        for (var r = 0u; r < OWN; r++) { // unroll
            // A thread past the end works on the last, for nothing.
            let n = min(first + r, o.span.y - 1u);
            for (var d = 0u; d < QK4; d++) { // unroll
                score[r][d] = own_score(o, h, n, d * 4u);
            }
            for (var d = 0u; d < VALUE4; d++) { // unroll
                value[r][d] = own_value(o, h, n, d * 4u);
            }
            if !OWNS_KEYS {
                stats[r] = row_stats[stats_at(o, h, n)];
            }
        }
        for (var at = o.others.x / BLOCK * BLOCK; at < o.others.y; at += BLOCK) {
            let pairs = pairs_of(o, at);
            if !pairs_listed(o, h, pairs.rows, pairs.keys) {
                continue;
            }
            workgroupBarrier();
            for (var n = tid; n < BLOCK * QK4; n += WORKGROUP) {
                var x = vec4<f32>(0.0);
                if at + n / QK4 < o.others.y {
                    x = other_score(o, h, at + n / QK4, (n % QK4) * 4u);
                }
                score_tile[n] = x;
                if !OF_VALUES && any_nonfinite(x) {
                    atomicStore(&some_nonfinite, 1u);
                }
            }
            for (var n = tid; n < BLOCK * V4; n += WORKGROUP) {
                var x = vec4<f32>(0.0);
                if at + n / V4 < o.others.y {
                    x = other_value(o, h, at + n / V4, (n % V4) * 4u);
                }
                value_tile[n] = x;
                if OF_VALUES && any_nonfinite(x) {
                    atomicStore(&some_nonfinite, 1u);
                }
            }
            if OWNS_KEYS && tid < BLOCK {
                stats_tile[tid] = row_stats[stats_at(o, h, min(at + tid, o.others.y - 1u))];
            }
            workgroupBarrier();
            let careful = atomicLoad(&some_nonfinite) != 0u;
            let hides = hides_some(o, pairs);

            // Products of every pair, then what it adds up by.
            var s: array<array<f32, OWN>, BLOCK>;
            var g: array<array<f32, OWN>, BLOCK>;
            for (var n = 0u; n < BLOCK; n++) { // unroll
                for (var r = 0u; r < OWN; r++) { // unroll
                    s[n][r] = 0.0;
                    g[n][r] = 0.0;
                }
            }
            for (var d = 0u; d < QK4; d++) { // unroll
                for (var n = 0u; n < BLOCK; n++) { // unroll
                    let x = score_tile[n * QK4 + d];
                    for (var r = 0u; r < OWN; r++) { // unroll
                        s[n][r] = pair_onto(s[n][r], score[r][d], x, h, d * 4u);
                    }
                }
            }
            if !OF_VALUES {
                for (var d = 0u; d < VALUE4; d++) { // unroll
                    for (var n = 0u; n < BLOCK; n++) { // unroll
                        let x = value_tile[n * V4 + d];
                        for (var r = 0u; r < OWN; r++) { // unroll
                            g[n][r] = pair_onto(g[n][r], value[r][d], x, h, d * 4u);
                        }
                    }
                }
            }
            for (var n = 0u; n < BLOCK; n++) { // unroll
                for (var r = 0u; r < OWN; r++) { // unroll
                    let own = first + r;
                    if OWNS_KEYS {
                        s[n][r] = pair_weight(o, h, at + n, own, s[n][r], g[n][r], stats_tile[n], hides);
                    } else {
                        s[n][r] = pair_weight(o, h, own, at + n, s[n][r], g[n][r], stats[r], hides);
                    }
                }
            }
            for (var d = 0u; d < SUM4; d++) { // unroll
                for (var n = 0u; n < BLOCK; n++) { // unroll
                    let x = summed(n, d);
                    for (var r = 0u; r < OWN; r++) { // unroll
                        if careful {
                            // A weight of 0 must hide its row, whatever that is.
                            sum[r][d] += select(s[n][r] * x, vec4<f32>(0.0), s[n][r] == 0.0);
                        } else {
                            sum[r][d] = fma(vec4<f32>(s[n][r]), x, sum[r][d]);
                        }
                    }
                }
            }
        }
    }

    for (var r = 0u; r < OWN; r++) { // unroll
        if first + r < o.span.y {
            for (var d = 0u; d < SUM4; d++) { // unroll
                store_o4(result_at(o, first + r), d * 4u, SUM_DIM, finish(sum[r][d]));
            }
        }
    }
}

// Four columns of what weights are factors of.
fn summed(n: u32, d: u32) -> vec4<f32> {
    if OF_VALUES {
        return value_tile[n * V4 + d];
    }
    return score_tile[n * QK4 + d];
}
