// Tiled attention with an online softmax, whole rows a thread: the form for devices whose
// invocations are the lanes of a processor. Every lane reads the same key at the same time,
// which is one load and a broadcast there; RQ rows a thread share that load. On a GPU the rows
// would not fit the registers: see flash.wgsl.
//
// Which rows and which tiles: the fragments in tiles/. How a tile is attended to: those in rows/.
// How the threads are numbered: reduce/entry_*.
//
// Constants: WORKGROUP, RQ, BLOCK_Q = WORKGROUP * RQ, BLOCK_K (a multiple of 4), QK_DIM, V_DIM,
// STAGED (stages or factors of rows follow, so every score is edited).

const QK4: u32 = (QK_DIM + 3u) / 4u;
const V4: u32 = (V_DIM + 3u) / 4u;

var<workgroup> k_tile: array<vec4<f32>, BLOCK_K * QK4>;
var<workgroup> v_tile: array<vec4<f32>, BLOCK_K * V4>;
// Set once a value that is not finite was staged: from then on weights of 0 select.
var<workgroup> v_nonfinite: atomic<u32>;

// A thread's rows: neighbours, so that the lanes of a subgroup see the same tiles.
struct Rows {
    first: u32,
    q: array<array<vec4<f32>, QK4>, RQ>,
    acc: array<array<vec4<f32>, V4>, RQ>,
    // Keys that each row sees (x: first, y: one past the last).
    keys: array<vec2<u32>, RQ>,
    // What the weights are relative to, and their sum.
    m: array<f32, RQ>,
    l: array<f32, RQ>,
}

// PASS keys of the tile in workgroup memory: their first slot, one past the last key, where they lie
// in the tile, whether pairs may be hidden, whether a value is not finite, and who asks.
struct TileAt {
    batch: u32,
    head_base: u32,
    slot: u32,
    end: u32,
    first: u32,
    hides: bool,
    careful: bool,
    tid: u32,
}

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let g = group_of(group_id(wid));
    if g.first_row >= g.row_end {
        return;
    }
    let b = g.seen.batch;

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
    }

    var rows: Rows;
    rows.first = g.first_row + tid * RQ;
    var row_factor: array<f32, RQ>;
    // Keys that some row of the thread sees.
    var own = vec2<u32>(0xffffffffu, 0u);
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = rows.first + r;
        let at = query_at(g, row);
        for (var d = 0u; d < QK4; d++) { // unroll
            rows.q[r][d] = vec4<f32>(0.0);
            if row < g.row_end {
                rows.q[r][d] = scale_q(load_q4(at, d * 4u));
            }
        }
        for (var d = 0u; d < V4; d++) { // unroll
            rows.acc[r][d] = vec4<f32>(0.0);
        }
        rows.keys[r] = vec2<u32>(0u);
        rows.m[r] = MASKED;
        rows.l[r] = 0.0;
        row_factor[r] = 0.0;
        if row < g.row_end {
            row_factor[r] = row_weight(b, head_of(g, row), row / params.pack);
            rows.keys[r] = select(key_range(row / params.pack, g.seen.offset, g.kv_len), vec2<u32>(0u), row_factor[r] == 0.0);
            rows.m[r] = first_max(lse_at(g, head_of(g, row), row / params.pack));
        }
        own = vec2<u32>(min(own.x, rows.keys[r].x), max(own.y, rows.keys[r].y));
    }

    own = seen_together(own);

    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let tile = tile_at(t, g.tiles.z, g.seen);
        hold_tile(tile);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }
        workgroupBarrier();
        for (var n = tid; n < BLOCK_K * QK4; n += WORKGROUP) {
            let key = key_of(key0 + n / QK4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_k4(g.k_base + key * params.k_row, (n % QK4) * 4u);
            }
            k_tile[n] = x;
        }
        for (var n = tid; n < BLOCK_K * V4; n += WORKGROUP) {
            let key = key_of(key0 + n / V4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_v4(g.v_base + key * params.v_row, (n % V4) * 4u);
                if any_nonfinite(x) {
                    atomicStore(&v_nonfinite, 1u);
                }
            }
            v_tile[n] = x;
        }
        workgroupBarrier();
        let careful = atomicLoad(&v_nonfinite) != 0u;
        let whole = sees_whole(g, tile);

        if tile.partly || (key0 < own.y && key0 + BLOCK_K > own.x) {
            for (var n = 0u; n < BLOCK_K / PASS; n++) { // unroll
                attend(&rows, TileAt(b, g.seen.head, key0 + n * PASS, tile.end, n * PASS, !whole, careful, tid));
            }
        }
    }

    for (var r = 0u; r < RQ; r++) { // unroll
        let row = rows.first + r;
        if row < g.row_end {
            let head = head_of(g, row);
            let query = row / params.pack;
            let end = finish_row(rows.m[r], rows.l[r], head, g.split);
            let at = output_at(g, head, query);
            for (var d = 0u; d < V4; d++) { // unroll
                store_o4(at, d * 4u, V_DIM, output(rows.acc[r][d] * (end.x * row_factor[r]), b, head, query, d * 4u));
            }
            store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
        }
    }
}
