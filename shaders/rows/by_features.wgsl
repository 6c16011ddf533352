// Attends to four keys at a time, feature by feature: for drivers that read workgroup memory
// lane by lane, so that rows matter more than the order of sums.
const PASS: u32 = 4u;

fn attend(rows: ptr<function, Rows>, tile: TileAt) {
    var s: array<vec4<f32>, RQ>;
    for (var r = 0u; r < RQ; r++) {
        s[r] = vec4<f32>(0.0);
    }
    for (var d = 0u; d < QK4; d++) {
        let k0 = k_tile[tile.first * QK4 + d];
        let k1 = k_tile[(tile.first + 1u) * QK4 + d];
        let k2 = k_tile[(tile.first + 2u) * QK4 + d];
        let k3 = k_tile[(tile.first + 3u) * QK4 + d];
        for (var r = 0u; r < RQ; r++) {
            let x = (*rows).q[r][d];
            let head = tile.head_base + ((*rows).first + r) % params.pack;
            s[r] += vec4<f32>(pair(x, k0, head, d * 4u), pair(x, k1, head, d * 4u), pair(x, k2, head, d * 4u), pair(x, k3, head, d * 4u));
        }
    }
    var shrink: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) {
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        s[r] = scale_pairs(s[r]);
        if STAGED || tile.hides {
            s[r] = edit_four(s[r], tile.batch, head, row / params.pack, tile.slot, seen_keys((*rows).keys[r], tile.end, tile.batch, head, row / params.pack));
        }
        let top = next_max((*rows).m[r], size_of(s[r]));
        shrink[r] = exp((*rows).m[r] - top);
        (*rows).m[r] = top;
        let p = weights(s[r], top, tile.batch, head, row / params.pack, tile.slot);
        (*rows).l[r] = (*rows).l[r] * shrink[r] + mass(s[r], p);
        s[r] = p;
    }
    if tile.careful {
        // A weight of 0 must hide its value, whatever that is: one key at a time.
        for (var n = 0u; n < 4u; n++) {
            for (var d = 0u; d < V4; d++) {
                let v = v_tile[(tile.first + n) * V4 + d];
                for (var r = 0u; r < RQ; r++) {
                    let p = s[r][n];
                    (*rows).acc[r][d] = (*rows).acc[r][d] * select(1.0, shrink[r], n == 0u)
                        + select(p * v, vec4<f32>(0.0), p == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < V4; d++) {
            let v0 = v_tile[tile.first * V4 + d];
            let v1 = v_tile[(tile.first + 1u) * V4 + d];
            let v2 = v_tile[(tile.first + 2u) * V4 + d];
            let v3 = v_tile[(tile.first + 3u) * V4 + d];
            for (var r = 0u; r < RQ; r++) {
                (*rows).acc[r][d] = (*rows).acc[r][d] * shrink[r] + s[r].x * v0 + s[r].y * v1 + s[r].z * v2 + s[r].w * v3;
            }
        }
    }
}

// Keys that all who take part in a tile see at most: every thread goes alone.
fn seen_together(own: vec2<u32>) -> vec2<u32> {
    return own;
}
