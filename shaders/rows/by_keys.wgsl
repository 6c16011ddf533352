// A key at a time, so that the sums of a thread's rows stay in registers between loads: for drivers
// that read an address all lanes share once. The places in workgroup memory are constants once the
// loops unroll.

// The whole tile.
const PASS: u32 = BLOCK_K;

fn multiply(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    for (var n = 0u; n < PASS; n++) {
        for (var r = 0u; r < RQ; r++) {
            (*s)[n][r] = 0.0;
        }
        for (var d = 0u; d < QK4; d++) {
            let k = k_tile[(tile.first + n) * QK4 + d];
            for (var r = 0u; r < RQ; r++) {
                let head = tile.head_base + ((*rows).first + r) % params.pack;
                (*s)[n][r] = pair_onto((*s)[n][r], (*rows).q[r][d], k, head, d * 4u);
            }
        }
    }
}

fn add_values(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    if tile.careful {
        // A weight of 0 must hide its value, whatever that is.
        for (var k = 0u; k < PASS; k++) {
            for (var d = 0u; d < V4; d++) {
                let v = v_tile[(tile.first + k) * V4 + d];
                for (var r = 0u; r < RQ; r++) {
                    let p = (*s)[k][r];
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
                for (var n = 0u; n < PASS; n++) {
                    let v = v_tile[(tile.first + n) * V4 + d][c];
                    for (var r = 0u; r < RQ; r++) {
                        x[r] = fma((*s)[n][r], v, x[r]);
                    }
                }
                for (var r = 0u; r < RQ; r++) {
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
