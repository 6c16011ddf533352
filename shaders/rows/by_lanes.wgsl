// As many keys at a time as a subgroup has lanes: each lane loads the features of one, and all take them from
// its register. For drivers that load lane by lane whatever the address. Loops are written out:
// there, arrays are registers only where every index is known.

const PASS: u32 = LANES;

fn multiply(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    let own_key = tile.first + tile.tid % LANES;
    for (var n = 0u; n < PASS; n++) { // unroll
        for (var r = 0u; r < RQ; r++) { // unroll
            (*s)[n][r] = 0.0;
        }
    }
    for (var d = 0u; d < QK4; d++) { // unroll
        let own = k_tile[own_key * QK4 + d];
        for (var n = 0u; n < PASS; n++) { // unroll
            let k = subgroupBroadcast(own, n);
            for (var r = 0u; r < RQ; r++) { // unroll
                let head = tile.head_base + ((*rows).first + r) % params.pack;
                (*s)[n][r] = pair_onto((*s)[n][r], (*rows).q[r][d], k, head, d * 4u);
            }
        }
    }
}

fn add_values(rows: ptr<function, Rows>, s: ptr<function, array<array<f32, RQ>, PASS>>, tile: TileAt) {
    let own_key = tile.first + tile.tid % LANES;
    for (var d = 0u; d < V4; d++) { // unroll
        let own = v_tile[own_key * V4 + d];
        if tile.careful {
            // A weight of 0 must hide its value, whatever that is.
            for (var n = 0u; n < PASS; n++) { // unroll
                let v = subgroupBroadcast(own, n);
                for (var r = 0u; r < RQ; r++) { // unroll
                    (*rows).acc[r][d] += select((*s)[n][r] * v, vec4<f32>(0.0), (*s)[n][r] == 0.0);
                }
            }
        } else {
            for (var c = 0u; c < 4u; c++) { // unroll
                for (var n = 0u; n < PASS; n++) { // unroll
                    let v = subgroupBroadcast(own[c], n);
                    for (var r = 0u; r < RQ; r++) { // unroll
                        (*rows).acc[r][d][c] = fma((*s)[n][r], v, (*rows).acc[r][d][c]);
                    }
                }
            }
        }
    }
}

// Keys that all who take part in a tile see at most: a subgroup goes together.
fn seen_together(own: vec2<u32>) -> vec2<u32> {
    return vec2<u32>(subgroupMin(own.x), subgroupMax(own.y));
}
