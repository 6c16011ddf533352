// Tiled attention with an online softmax, whole rows a thread: the form for devices whose
// invocations are the lanes of a processor. Every lane reads the same key at the same time,
// which is one load and a broadcast there; RQ rows a thread share that load. On a GPU the rows
// would not fit the registers: see flash.wgsl.
//
// Which rows and which tiles: the fragments in tiles/. How a tile is attended to: those in rows/.
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

// The tile in workgroup memory: its first slot, one past the last key, whether pairs may be
// hidden, and whether a value is not finite.
struct TileAt {
    batch: u32,
    head_base: u32,
    slot: u32,
    end: u32,
    hides: bool,
    careful: bool,
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let split = id % params.splits;
    id /= params.splits;
    let row_tile_id = id % params.q_tiles;
    let row_range = row_tile(row_tile_id);
    id /= params.q_tiles;
    let head_base = params.head_base + (id % params.packs) * params.pack;
    let kv_head = head_base / params.group;
    let b = params.batch_base + id / params.packs;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let first_row = row_range.x;
    let row_end = min(row_range.y, q_len * params.pack);
    if first_row >= row_end {
        return;
    }
    let offset = align_offset(q_len, kv_len);
    let first_query = first_row / params.pack;
    let last_query = (row_end - 1u) / params.pack;
    let first_range = key_range(first_query, offset, kv_len);
    let last_range = key_range(last_query, offset, kv_len);
    let seen = Seen(vec2<u32>(first_range.x, last_range.y), vec2<i32>(i32(first_query) + offset, i32(last_query) + offset), b, head_base, offset);
    var tiles = tile_span(b, head_base, row_tile_id, seen, split);
    if !rows_wanted(b, head_base, first_row, row_end) {
        tiles.y = tiles.x;
    }

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
    }
    let q_base = params.q_offset + b * params.q_batch + q_start(b) * params.q_row;
    let k_base = params.k_offset + b * params.k_batch + kv_head * params.k_head + kv_start(b) * params.k_row;
    let v_base = params.v_offset + b * params.v_batch + kv_head * params.v_head + kv_start(b) * params.v_row;
    let lse_base = b * params.lse_batch + q_start(b);

    var rows: Rows;
    rows.first = first_row + tid * RQ;
    var row_factor: array<f32, RQ>;
    // Keys that some row of the thread sees.
    var own = vec2<u32>(0xffffffffu, 0u);
    for (var r = 0u; r < RQ; r++) {
        let row = rows.first + r;
        let at = q_base + (head_base + row % params.pack) * params.q_head + (row / params.pack) * params.q_row;
        for (var d = 0u; d < QK4; d++) {
            rows.q[r][d] = vec4<f32>(0.0);
            if row < row_end {
                rows.q[r][d] = scale_q(load_q4(at, d * 4u));
            }
        }
        for (var d = 0u; d < V4; d++) {
            rows.acc[r][d] = vec4<f32>(0.0);
        }
        rows.keys[r] = vec2<u32>(0u);
        rows.m[r] = MASKED;
        rows.l[r] = 0.0;
        row_factor[r] = 0.0;
        if row < row_end {
            row_factor[r] = row_weight(b, head_base + row % params.pack, row / params.pack);
            rows.keys[r] = select(key_range(row / params.pack, offset, kv_len), vec2<u32>(0u), row_factor[r] == 0.0);
            rows.m[r] = first_max(lse_base + (head_base + row % params.pack) * params.lse_head + row / params.pack);
        }
        own = vec2<u32>(min(own.x, rows.keys[r].x), max(own.y, rows.keys[r].y));
    }

    for (var t = tiles.x; t < tiles.y; t++) {
        let tile = tile_at(t, tiles.z, seen);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }
        workgroupBarrier();
        for (var n = tid; n < BLOCK_K * QK4; n += WORKGROUP) {
            let key = key_of(key0 + n / QK4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_k4(k_base + key * params.k_row, (n % QK4) * 4u);
            }
            k_tile[n] = x;
        }
        for (var n = tid; n < BLOCK_K * V4; n += WORKGROUP) {
            let key = key_of(key0 + n / V4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_v4(v_base + key * params.v_row, (n % V4) * 4u);
                if any_nonfinite(x) {
                    atomicStore(&v_nonfinite, 1u);
                }
            }
            v_tile[n] = x;
        }
        workgroupBarrier();
        let careful = atomicLoad(&v_nonfinite) != 0u;
        // Every row sees the whole tile: nothing to hide.
        let whole = key0 >= last_range.x && key0 + BLOCK_K <= min(first_range.y, tile.end) && row_end == first_row + BLOCK_Q && !tile.partly;

        if tile.partly || (key0 < own.y && key0 + BLOCK_K > own.x) {
            attend(&rows, TileAt(b, head_base, key0, tile.end, !whole, careful));
        }
    }

    for (var r = 0u; r < RQ; r++) {
        let row = rows.first + r;
        if row < row_end {
            let head = head_base + row % params.pack;
            let i = q_start(b) + row / params.pack;
            let end = finish_row(rows.m[r], rows.l[r], head, split);
            let at = params.o_offset + split * params.o_split + b * params.o_batch + head * params.o_head + i * params.o_row;
            for (var d = 0u; d < V4; d++) {
                store_o4(at, d * 4u, V_DIM, output(rows.acc[r][d] * (end.x * row_factor[r]), b, head, row / params.pack, d * 4u));
            }
            store_lse(lse_base + split * params.lse_split + head * params.lse_head + row / params.pack, end.y);
        }
    }
}
