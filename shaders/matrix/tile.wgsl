// What passes through workgroup memory: keys and values, to the same place, by way of eights in a thread's
// registers; and outputs, from matrices and back.

fn take_queries(g: Group, tid: u32, strip: u32, queries: ptr<function, array<Left, HIGH * QS>>) {
    // All loads first, and under no condition: what rows past the end give is never used.
    var fours: array<vec4<f16>, QS / KS * Q_FOURS>;
    if g.row_end > 0u {
        for (var c = 0u; c < QS / KS; c++) { // unroll
            for (var n = 0u; n < Q_FOURS; n++) { // unroll
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
        }
    }
    for (var c = 0u; c < QS / KS + MORE; c++) { // unroll
        for (var n = 0u; n < Q_FOURS; n++) { // unroll
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
        workgroupBarrier();
        for (var r = 0u; r < HIGH; r++) { // unroll
            for (var n = 0u; n < KS; n++) { // unroll
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
        }
        workgroupBarrier();
    }
}

// The n-th tile; past the last one an empty one. A load under no condition is not waited for before it is
// needed.
struct NthTile {
    n: u32,
    tile: Tile,
}
fn nth_tile(n: u32, g: Group) -> NthTile {
    var tile = tile_at(min(n, g.tiles.y - 1u), g.tiles.z, g.seen);
    tile.end = select(tile.end, 0u, n >= g.tiles.y);
    return NthTile(n, tile);
}

// The first one from a place on that is not empty.
fn first_seen(from_here: NthTile, g: Group) -> NthTile {
    var at = from_here;
    while at.n < g.tiles.y && at.tile.first >= at.tile.end {
        at = nth_tile(at.n + 1u, g);
    }
    return at;
}

// Loads under no condition overlap; slots past the end have weights of 0.
fn fetch_keys(g: Group, tile: Tile, tid: u32, eights: ptr<function, array<Eight, K_EIGHTS>>) {
    for (var n = 0u; n < K_EIGHTS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_k8(key_at(g, tile, i / (QS * SIZE / 8u)), i % (QS * SIZE / 8u) * 8u);
    }
}

fn put_keys(tid: u32, eights: ptr<function, array<Eight, K_EIGHTS>>) {
    for (var n = 0u; n < K_EIGHTS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        if BLOCK_K * QS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * QS * SIZE / 8u {
            put_eight(i / (QS * SIZE / 8u) * K_ROW + i % (QS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
}

fn fetch_values(g: Group, tile: Tile, tid: u32, eights: ptr<function, array<Eight, V_EIGHTS>>) {
    for (var n = 0u; n < V_EIGHTS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_v8(value_at(g, tile, i / (VS * SIZE / 8u)), i % (VS * SIZE / 8u) * 8u);
    }
}

// Values that are not finite are left out and told of: 0 times one is no number, and that the factor is 0 no
// compiler knows. Two instructions for four, where a test of bits takes ten.
fn put_values(tid: u32, eights: ptr<function, array<Eight, V_EIGHTS>>) {
    let none = vec4<f16>(f16(params.none));
    var apart = vec4<f16>(0.0);
    for (var n = 0u; n < V_EIGHTS; n++) { // unroll
        let x = (*eights)[n];
        apart = fma(high(x), none, fma(low(x), none, apart));
    }
    if any_nonfinite(vec4<f32>(apart)) {
        atomicMax(&moved, NONFINITE);
        for (var n = 0u; n < V_EIGHTS; n++) { // unroll
            let x = (*eights)[n];
            (*eights)[n] = eight(finite(low(x)), finite(high(x)));
        }
    }
    for (var n = 0u; n < V_EIGHTS; n++) { // unroll
        let i = n * WORKGROUP + tid;
        if BLOCK_K * VS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * VS * SIZE / 8u {
            put_eight(i / (VS * SIZE / 8u) * V_ROW + i % (VS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
}

// The half of an eight that has column d. Eights are unpacked only when they go to workgroup memory.
fn four_of(x: Eight, d: u32) -> vec4<f32> {
    let y = select(x.xy, x.zw, (d & 4u) != 0u);
    return vec4<f32>(unpack2x16float(y.x), unpack2x16float(y.y));
}
fn low(x: Eight) -> vec4<f16> { return vec4<f16>(four_of(x, 0u)); }
fn high(x: Eight) -> vec4<f16> { return vec4<f16>(four_of(x, 4u)); }
fn eight(a: vec4<f16>, b: vec4<f16>) -> Eight {
    let x = vec4<f32>(a);
    let y = vec4<f32>(b);
    return Eight(pack2x16float(x.xy), pack2x16float(x.zw), pack2x16float(y.xy), pack2x16float(y.zw));
}
fn put_eight(at: u32, x: Eight) {
    put_halves(at, low(x));
    put_halves(at + 4u, high(x));
}
fn finite(x: vec4<f16>) -> vec4<f16> { return select(x, vec4<f16>(0.0), nonfinite(vec4<f32>(x))); }

// Outputs take the place of scores, OWN_KS matrices of a row and subgroup in a round.
fn put_outputs(c: u32, strip: u32, member: u32, outputs: ptr<function, array<Sum, HIGH * OWN_VS>>) {
    for (var i = 0u; i < HIGH * OWN_KS; i++) { // unroll
        coopStoreT((*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS], &floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
}
fn take_outputs(c: u32, strip: u32, member: u32, outputs: ptr<function, array<Sum, HIGH * OWN_VS>>) {
    for (var i = 0u; i < HIGH * OWN_KS; i++) { // unroll
        (*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS] = coopLoadT<Sum>(&floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
}
fn on_the_way(strip: u32, member: u32, i: u32) -> u32 {
    return ((strip + i / OWN_KS * SIZE) * ROW + (member * OWN_KS + i % OWN_KS) * SIZE) / UNIT;
}
// Which column of the output one of `floats` is in round c.
fn column_of(c: u32, k: u32) -> u32 {
    return (k / (OWN_KS * SIZE) * OWN_VS + c * OWN_KS) * SIZE + k % (OWN_KS * SIZE);
}

// What values that are not finite add to four columns of a row: a weight of 0 hides them.
fn unfinite_values(g: Group, tile: Tile, own: u32, d: u32) -> vec4<f32> {
    var sum = vec4<f32>(0.0);
    for (var k = 0u; k < BLOCK_K; k++) {
        let p = f32(four_halves(P + own * ROW + k / 4u * 4u)[k % 4u]);
        if p != 0.0 {
            let x = vec4<f32>(vec4<f16>(load_v4(value_at(g, tile, k), d)));
            sum += select(vec4<f32>(0.0), p * x, nonfinite(x));
        }
    }
    return sum;
}
