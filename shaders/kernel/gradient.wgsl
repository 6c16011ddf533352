// Gradients of softmax attention by tiles of pairs (lib/gradient_tiles), then four of what is owned by four
// columns a thread. Weights are taken again from the log-sum-exps, so that no buffer holds every pair (Dao et
// al., FlashAttention, algorithm 4; here each gradient by a walk of its own, without atomics).
//
// Constants: those of lib/gradient_tiles, STAGED (stages follow, so every score is edited), RAGGED.

const SUM_DIM: u32 = select(QK_DIM, V_DIM, OF_VALUES);
const SUM_SLICES: u32 = select(QK_SLICES, V_SLICES, OF_VALUES);

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
            weigh_pairs(o, h, at, tid, pairs);
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
