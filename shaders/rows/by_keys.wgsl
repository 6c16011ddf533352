// Attends to a whole tile at once, a key at a time, so that the sums of a thread's rows stay in
// registers between loads: for drivers that read an address all lanes share once. Loops are
// written to unroll: an array is indexed by the very variable that counts to its length, and then
// the places in workgroup memory are constants.
//
// The weights' maximum moves only if it would by more than SLACK: weights up to exp(SLACK) are no
// less exact, and most tiles then leave the output as it is.

const SLACK: f32 = 4.0;
const K4: u32 = BLOCK_K / 4u;

fn attend(rows: ptr<function, Rows>, tile: TileAt) {
    var s: array<array<f32, RQ>, BLOCK_K>;
    for (var n = 0u; n < BLOCK_K; n++) {
        for (var r = 0u; r < RQ; r++) {
            s[n][r] = 0.0;
        }
        for (var d = 0u; d < QK4; d++) {
            let k = k_tile[n * QK4 + d];
            for (var r = 0u; r < RQ; r++) {
                let head = tile.head_base + ((*rows).first + r) % params.pack;
                s[n][r] = pair_onto(s[n][r], (*rows).q[r][d], k, head, d * 4u);
            }
        }
    }
    var grown = false;
    var shrink: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) {
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        var size = MASKED;
        let keys = seen_keys((*rows).keys[r], tile.end, tile.batch, head, row / params.pack);
        for (var n = 0u; n < K4; n++) {
            var four = scale_pairs(vec4<f32>(s[4u * n][r], s[4u * n + 1u][r], s[4u * n + 2u][r], s[4u * n + 3u][r]));
            if STAGED || tile.hides {
                four = edit_four(four, tile.batch, head, row / params.pack, tile.slot + n * 4u, keys);
            }
            size = max(size, size_of(four));
            s[4u * n][r] = four.x;
            s[4u * n + 1u][r] = four.y;
            s[4u * n + 2u][r] = four.z;
            s[4u * n + 3u][r] = four.w;
        }
        let top = next_max((*rows).m[r], size);
        shrink[r] = 1.0;
        if top > (*rows).m[r] + SLACK {
            shrink[r] = exp((*rows).m[r] - top);
            (*rows).m[r] = top;
            grown = true;
        }
    }
    if grown {
        for (var r = 0u; r < RQ; r++) {
            (*rows).l[r] *= shrink[r];
            for (var d = 0u; d < V4; d++) {
                (*rows).acc[r][d] *= shrink[r];
            }
        }
    }
    for (var r = 0u; r < RQ; r++) {
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        for (var n = 0u; n < K4; n++) {
            let four = vec4<f32>(s[4u * n][r], s[4u * n + 1u][r], s[4u * n + 2u][r], s[4u * n + 3u][r]);
            let p = weights(four, (*rows).m[r], tile.batch, head, row / params.pack, tile.slot + n * 4u);
            (*rows).l[r] += mass(four, p);
            s[4u * n][r] = p.x;
            s[4u * n + 1u][r] = p.y;
            s[4u * n + 2u][r] = p.z;
            s[4u * n + 3u][r] = p.w;
        }
    }
    if tile.careful {
        // A weight of 0 must hide its value, whatever that is.
        for (var k = 0u; k < BLOCK_K; k++) {
            for (var d = 0u; d < V4; d++) {
                let v = v_tile[k * V4 + d];
                for (var r = 0u; r < RQ; r++) {
                    let p = s[k][r];
                    (*rows).acc[r][d] += select(p * v, vec4<f32>(0.0), p == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < V4; d++) {
            for (var c = 0u; c < 4u; c++) {
                var x: array<f32, RQ>;
                for (var r = 0u; r < RQ; r++) {
                    x[r] = (*rows).acc[r][d][c];
                }
                for (var n = 0u; n < BLOCK_K; n++) {
                    let v = v_tile[n * V4 + d][c];
                    for (var r = 0u; r < RQ; r++) {
                        x[r] = fma(s[n][r], v, x[r]);
                    }
                }
                for (var r = 0u; r < RQ; r++) {
                    (*rows).acc[r][d][c] = x[r];
                }
            }
        }
    }
}
