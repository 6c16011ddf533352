// Attends to PASS keys at once: the products of every key, the weights, the values. The loops
// unroll: an array is indexed by the very variable that counts to its length.
//
// The weights' maximum moves only if it would by more than SLACK: weights up to exp(SLACK) are no
// less exact, and most tiles then leave the output as it is.

const SLACK: f32 = 4.0;
const K4: u32 = PASS / 4u;

fn attend(rows: ptr<function, Rows>, tile: TileAt) {
    // The scores of every key with a thread's rows, then their weights.
    var s: array<array<f32, RQ>, PASS>;
    multiply(rows, &s, tile);
    var grown = false;
    var shrink: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        var size = MASKED;
        let keys = seen_keys((*rows).keys[r], tile.end, tile.batch, head, row / params.pack);
        for (var n = 0u; n < K4; n++) { // unroll
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
        for (var r = 0u; r < RQ; r++) { // unroll
            (*rows).l[r] *= shrink[r];
            for (var d = 0u; d < V4; d++) { // unroll
                (*rows).acc[r][d] *= shrink[r];
            }
        }
    }
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        for (var n = 0u; n < K4; n++) { // unroll
            let four = vec4<f32>(s[4u * n][r], s[4u * n + 1u][r], s[4u * n + 2u][r], s[4u * n + 3u][r]);
            let p = weights(four, (*rows).m[r], tile.batch, head, row / params.pack, tile.slot + n * 4u);
            (*rows).l[r] += mass(four, p);
            s[4u * n][r] = p.x;
            s[4u * n + 1u][r] = p.y;
            s[4u * n + 2u][r] = p.z;
            s[4u * n + 3u][r] = p.w;
        }
    }
    add_values(rows, &s, tile);
}
