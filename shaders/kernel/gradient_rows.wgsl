// Gradients of softmax attention, a query or a key a thread and what it meets in a tile that all read alike:
// the form for devices whose invocations are the lanes of a processor. Weights are taken again from the
// log-sum-exps, so that no buffer holds every pair (Dao et al., FlashAttention, algorithm 4; here each
// gradient by a walk of its own, without atomics).
//
// Constants: WORKGROUP, OWN (rows or keys a thread), BLOCK_OWN = WORKGROUP * OWN, BLOCK (others a
// tile, at most WORKGROUP), QK_DIM, V_DIM, STAGED (stages follow, so every score is edited), RAGGED.
// How the threads are numbered: reduce/entry_*.

const QK4: u32 = (QK_DIM + 3u) / 4u;
const V4: u32 = (V_DIM + 3u) / 4u;
// Gradients by values need none.
const VALUE4: u32 = select(V4, 1u, OF_VALUES);
const SUM_DIM: u32 = select(QK_DIM, V_DIM, OF_VALUES);
const SUM4: u32 = (SUM_DIM + 3u) / 4u;

var<workgroup> score_tile: array<vec4<f32>, BLOCK * QK4>;
var<workgroup> value_tile: array<vec4<f32>, BLOCK * VALUE4>;
// What is added up, a second time where it is what is scored too: compilers keep all they have read of one
// memory, on the stack.
var<workgroup> sum_tile: array<vec4<f32>, BLOCK * SUM4>;
var<workgroup> stats_tile: array<vec4<f32>, BLOCK>;
// Set once something that is not finite was staged: from then on weights of 0 select.
var<workgroup> some_nonfinite: atomic<u32>;

// A thread's rows or keys, and what they add up.
struct Mine {
    first: u32,
    score: array<array<vec4<f32>, QK4>, OWN>,
    value: array<array<vec4<f32>, VALUE4>, OWN>,
    stats: array<vec4<f32>, OWN>,
    sum: array<array<vec4<f32>, SUM4>, OWN>,
}

// Others in workgroup memory: the first, the head of their queries, whether pairs may be hidden, whether some
// are not finite.
struct TileAt {
    first: u32,
    h: u32,
    hides: bool,
    careful: bool,
}

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let o = owned(group_id(wid));
    if o.span.x >= o.span.y {
        return;
    }
    if tid == 0u {
        atomicStore(&some_nonfinite, 0u);
    }

    var mine: Mine;
    mine.first = o.span.x + tid * OWN;
    let others = met(o, vec2<u32>(mine.first, min(mine.first + OWN, o.span.y)));
    for (var r = 0u; r < OWN; r++) { // unroll
        for (var d = 0u; d < SUM4; d++) { // unroll
            mine.sum[r][d] = vec4<f32>(0.0);
        }
    }
    let heads = heads_of(o);
    for (var h = heads.x; h < heads.y; h++) {
        for (var r = 0u; r < OWN; r++) { // unroll
            // A thread past the end works on the last, for nothing.
            let n = min(mine.first + r, o.span.y - 1u);
            for (var d = 0u; d < QK4; d++) { // unroll
                mine.score[r][d] = own_score(o, h, n, d * 4u);
            }
            for (var d = 0u; d < VALUE4; d++) { // unroll
                mine.value[r][d] = own_value(o, h, n, d * 4u);
            }
            if !OWNS_KEYS {
                mine.stats[r] = row_stats[stats_at(o, h, n)];
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
                if !OF_VALUES {
                    hold_sum(n, x);
                }
            }
            for (var n = tid; n < BLOCK * V4; n += WORKGROUP) {
                var x = vec4<f32>(0.0);
                if at + n / V4 < o.others.y {
                    x = other_value(o, h, at + n / V4, (n % V4) * 4u);
                }
                if OF_VALUES {
                    hold_sum(n, x);
                } else {
                    value_tile[n] = x;
                }
            }
            if OWNS_KEYS && tid < BLOCK {
                stats_tile[tid] = row_stats[stats_at(o, h, min(at + tid, o.others.y - 1u))];
            }
            workgroupBarrier();
            let careful = atomicLoad(&some_nonfinite) != 0u;
            let hides = hides_some(o, pairs);
            // What none of the thread's own meets is staged for others.
            if at < others.y && at + BLOCK > others.x {
                meet(&mine, o, TileAt(at, h, hides, careful));
            }
        }
    }

    for (var r = 0u; r < OWN; r++) { // unroll
        if mine.first + r < o.span.y {
            for (var d = 0u; d < SUM4; d++) { // unroll
                store_o4(result_at(o, mine.first + r), d * 4u, SUM_DIM, finish(mine.sum[r][d]));
            }
        }
    }
}

// Adds what a tile gives to the sums of a thread.
fn meet(mine: ptr<function, Mine>, o: Owned, tile: TileAt) {
    // Products of every pair.
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
                s[n][r] = pair_onto(s[n][r], (*mine).score[r][d], x, tile.h, d * 4u);
            }
        }
    }
    if !OF_VALUES {
        for (var d = 0u; d < VALUE4; d++) { // unroll
            for (var n = 0u; n < BLOCK; n++) { // unroll
                let x = value_tile[n * V4 + d];
                for (var r = 0u; r < OWN; r++) { // unroll
                    g[n][r] = pair_onto(g[n][r], (*mine).value[r][d], x, tile.h, d * 4u);
                }
            }
        }
    }

    // What it adds up by.
    for (var n = 0u; n < BLOCK; n++) { // unroll
        for (var r = 0u; r < OWN; r++) { // unroll
            let own = (*mine).first + r;
            if OWNS_KEYS {
                s[n][r] = pair_weight(o, tile.h, tile.first + n, own, s[n][r], g[n][r], stats_tile[n], tile.hides);
            } else {
                s[n][r] = pair_weight(o, tile.h, own, tile.first + n, s[n][r], g[n][r], (*mine).stats[r], tile.hides);
            }
        }
    }
    if tile.careful {
        // A weight of 0 must hide its row, whatever that is.
        for (var d = 0u; d < SUM4; d++) { // unroll
            for (var n = 0u; n < BLOCK; n++) { // unroll
                let x = sum_tile[n * SUM4 + d];
                for (var r = 0u; r < OWN; r++) { // unroll
                    (*mine).sum[r][d] += select(s[n][r] * x, vec4<f32>(0.0), s[n][r] == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < SUM4; d++) { // unroll
            for (var c = 0u; c < 4u; c++) { // unroll
                var sums: array<f32, OWN>;
                for (var r = 0u; r < OWN; r++) { // unroll
                    sums[r] = (*mine).sum[r][d][c];
                }
                for (var n = 0u; n < BLOCK; n++) { // unroll
                    let x = sum_tile[n * SUM4 + d][c];
                    for (var r = 0u; r < OWN; r++) { // unroll
                        sums[r] = fma(s[n][r], x, sums[r]);
                    }
                }
                for (var r = 0u; r < OWN; r++) { // unroll
                    (*mine).sum[r][d][c] = sums[r];
                }
            }
        }
    }
}

// Stages four columns of what is added up.
fn hold_sum(n: u32, x: vec4<f32>) {
    sum_tile[n] = x;
    if any_nonfinite(x) {
        atomicStore(&some_nonfinite, 1u);
    }
}
