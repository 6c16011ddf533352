// A few keys at a time: as many sums as registers hold between loads, and enough that a processor adds to
// some while others are not ready. For drivers that read an address all lanes share once. The places in
// workgroup memory are constants once the loops unroll.

// The whole tile.
const PASS: u32 = BLOCK_K;
// Keys at a time: four for one row or two, two for three or four, one for up to eight.
const TOGETHER: u32 = 4u / ((RQ + 1u) / 2u);

fn multiply(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    for (var first = 0u; first < PASS; first += TOGETHER) {
        for (var n = 0u; n < TOGETHER; n++) { // unroll
            for (var r = 0u; r < RQ; r++) { // unroll
                (*s)[first + n][r] = 0.0;
            }
        }
        for (var d = 0u; d < QK4; d++) { // unroll
            for (var n = 0u; n < TOGETHER; n++) { // unroll
                let k = k_tile[(tile.first + first + n) * QK4 + d];
                for (var r = 0u; r < RQ; r++) { // unroll
                    let head = tile.head_base + ((*rows).first + r) % params.pack;
                    (*s)[first + n][r] = pair_onto((*s)[first + n][r], (*rows).q[r][d], k, head, d * 4u);
                }
            }
        }
    }
}

fn add_values(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    if tile.careful {
        // A weight of 0 must hide its value, whatever that is.
        for (var k = 0u; k < PASS; k++) { // unroll
            for (var d = 0u; d < V4; d++) { // unroll
                let v = v_tile[(tile.first + k) * V4 + d];
                for (var r = 0u; r < RQ; r++) { // unroll
                    let p = (*s)[k][r];
                    (*rows).acc[r][d] += select(p * v, vec4<f32>(0.0), p == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < V4; d++) { // unroll
            for (var c = 0u; c < 4u; c++) { // unroll
                var x: array<f32, RQ>;
                for (var r = 0u; r < RQ; r++) { // unroll
                    x[r] = (*rows).acc[r][d][c];
                }
                for (var n = 0u; n < PASS; n++) { // unroll
                    let v = v_tile[(tile.first + n) * V4 + d][c];
                    for (var r = 0u; r < RQ; r++) { // unroll
                        x[r] = fma((*s)[n][r], v, x[r]);
                    }
                }
                for (var r = 0u; r < RQ; r++) { // unroll
                    (*rows).acc[r][d][c] = x[r];
                }
            }
        }
    }
}

// Keys that all who take part in a tile see at most: every thread goes alone.
fn seen_together(own: vec2<u32>) -> vec2<u32> {
    return own;
}
