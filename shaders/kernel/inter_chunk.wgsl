// Linear attention by chunks, second of two passes: the state goes from chunk to chunk. A workgroup has 4 * COLUMNS4
// value columns of one state.
//
// With what the first pass found for every chunk (`intra_chunk.wgsl`), S the state before it and K its keys:
//   U' = U - W S for the delta rule, the values by others;
//   O = A U' + (Q o exp(G)) S,  S <- exp(G_last) S + K^T (U' o exp(G_last - G)).
//
// A thread has tiles of HIGH rows x one vec4 of columns, and of what is summed for them every PARTS-th batch. What it reads
// of the first pass no thread of another row reads, so that it comes straight from memory, four rows a load.
//
// Constants: WORKGROUP (at least PARTS * CHUNK / HIGH * COLUMNS4), PARTS, CHUNK, COLUMNS4, QK_DIM, V_DIM, STATE_COLUMNS and those
// of the problem.

// Rows of a tile, in vec4 too; tiles of a chunk and of the state; threads that have different ones; terms whose loads are under way at once.
const HIGH: u32 = 8u;
const HIGH4: u32 = HIGH / 4u;
const TILES: u32 = CHUNK / HIGH * COLUMNS4;
const STATE_TILES: u32 = QK_PAD / HIGH * COLUMNS4;
const LANES: u32 = WORKGROUP / PARTS;
const BATCH: u32 = 8u;

var<workgroup> s_tile: array<vec4<f32>, QK_PAD * COLUMNS4>;
var<workgroup> u_tile: array<vec4<f32>, CHUNK * COLUMNS4>;
// Sums of other parts.
var<workgroup> parts: array<vec4<f32>, (PARTS - 1u) * LANES * HIGH + 1u>;

alias Tile = array<vec4<f32>, HIGH>;
alias Batch = array<vec4<f32>, BATCH * HIGH4>;

// The rows of a tile in BATCH terms from `first` on, `step` vec4 from one to the next.
fn batch(at: u32, step: u32, first: u32) -> Batch {
    var x: Batch;
    for (var n = 0u; n < BATCH * HIGH4; n++) { // unroll
        x[n] = within[at + (first + n / HIGH4) * step + n % HIGH4];
    }
    return x;
}

// Adds the products of a batch with the same terms of the state, or of the updates.
fn add_batch(sum: Tile, x: Batch, first: u32, column: u32, state: bool) -> Tile {
    var acc = sum;
    for (var n = 0u; n < BATCH; n++) { // unroll
        var y: vec4<f32>;
        if state {
            y = s_tile[(first + n) * COLUMNS4 + column];
        } else {
            y = u_tile[(first + n) * COLUMNS4 + column];
        }
        for (var r = 0u; r < HIGH; r++) { // unroll
            acc[r] += x[n * HIGH4 + r / 4u][r % 4u] * y;
        }
    }
    return acc;
}

// Where the rows of a tile lie: W's, then those of every query head; and their products with the keys.
fn reader_at(base: u32, tile: u32) -> u32 {
    let reader = tile / TILES;
    let at = select(base, queries_at(base, reader - CORRECTIONS), reader >= CORRECTIONS);
    return at + tile % TILES / COLUMNS4 * HIGH4;
}
fn products_at(base: u32, tile: u32) -> u32 { return reader_at(base, tile) + QK_PAD * CHUNK4; }

// What the rows of a tile read from the state. This part of it.
fn held(base: u32, tile: u32, part: u32) -> Tile {
    var sum: Tile;
    for (var i = 0u; i < QK_PAD / PARTS; i += BATCH) { // unroll
        let d = i * PARTS + part * BATCH;
        sum = add_batch(sum, batch(reader_at(base, tile), CHUNK4, d), d, tile % COLUMNS4, true);
    }
    return sum;
}

// Adds what they read from the updates; the first batch is there.
fn add_updates(sum: Tile, ahead: Batch, base: u32, tile: u32, part: u32) -> Tile {
    var acc = sum;
    var x = ahead;
    let end = tile % TILES / COLUMNS4 * HIGH + HIGH;
    for (var j = part * BATCH; j < end; j += PARTS * BATCH) {
        if j >= PARTS * BATCH {
            x = batch(products_at(base, tile), CHUNK4, j);
        }
        acc = add_batch(acc, x, j, tile % COLUMNS4, false);
    }
    return acc;
}

// What the keys add to HIGH rows of the state; the first batch is there.
fn added(ahead: Batch, base: u32, tile: u32, part: u32) -> Tile {
    var sum: Tile;
    var x = ahead;
    for (var j = part * BATCH; j < CHUNK; j += PARTS * BATCH) {
        if j >= PARTS * BATCH {
            x = keys(base, tile, j);
        }
        sum = add_batch(sum, x, j, tile % COLUMNS4, false);
    }
    return sum;
}
fn keys(base: u32, tile: u32, first: u32) -> Batch {
    return batch(keys_at(base) + tile / COLUMNS4 * HIGH4, QK_PAD / 4u, first);
}

fn keep_part(tid: u32, sum: Tile) {
    for (var r = 0u; r < HIGH; r++) { // unroll
        parts[r * (WORKGROUP - LANES) + tid - LANES] = sum[r];
    }
}
fn whole(tid: u32, sum: Tile) -> Tile {
    var all = sum;
    for (var p = 0u; p < PARTS - 1u; p++) { // unroll
        for (var r = 0u; r < HIGH; r++) { // unroll
            all[r] += parts[r * (WORKGROUP - LANES) + p * LANES + tid];
        }
    }
    return all;
}

fn value(c: Chunk, t: u32, column: u32) -> vec4<f32> {
    if !chunk_holds(c, t) { return vec4<f32>(0.0); }
    return load_v4(v_at(c.b, c.h, chunk_token(c, t)), column);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS4 * 4u;
    let state = id / params.v_slices;
    let part = tid / LANES;
    let lane = tid % LANES;
    var c: Chunk;
    c.h = params.kv_head_base + state % params.kv_head_count;
    c.b = params.batch_base + state / params.kv_head_count;
    c.tokens = token_count(c.b);
    let state_base = (c.b * params.kv_heads + c.h) * QK_DIM * STATE_COLUMNS;
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        s_tile[n] = load_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u);
    }
    let tiles = (CORRECTIONS + select(0u, params.group, OUTPUTS)) * TILES;
    for (var n = 0u; n * CHUNK < c.tokens; n++) {
        workgroupBarrier();
        c.first = n * CHUNK;
        let base = within_at(c, n);
        var last = 0.0;
        if DECAY {
            last = faded(c, CHUNK - 1u);
        }
        // What does not wait for the state comes first.
        var update: Tile;
        if DELTA && lane < TILES && part == 0u {
            for (var r = 0u; r < HIGH; r++) { // unroll
                update[r] = value(c, lane / COLUMNS4 * HIGH + r, first_column + lane % COLUMNS4 * 4u);
            }
        }
        var ahead: Batch;
        var sum: Tile;
        if lane < tiles {
            if lane >= CORRECTIONS * TILES && part * BATCH < CHUNK {
                ahead = batch(products_at(base, lane), CHUNK4, part * BATCH);
            }
            sum = held(base, lane, part);
        }
        if DELTA {
            if lane < TILES && part > 0u {
                keep_part(tid, sum);
            }
            workgroupBarrier();
            if lane < TILES && part == 0u {
                let all = whole(tid, sum);
                for (var r = 0u; r < HIGH; r++) { // unroll
                    u_tile[(lane / COLUMNS4 * HIGH + r) * COLUMNS4 + lane % COLUMNS4] = update[r] - all[r];
                }
            }
        } else {
            for (var n = tid; n < CHUNK * COLUMNS4; n += WORKGROUP) {
                u_tile[n] = value(c, n / COLUMNS4, first_column + n % COLUMNS4 * 4u);
            }
        }
        var key_ahead: Batch;
        if lane < STATE_TILES && part * BATCH < CHUNK {
            key_ahead = keys(base, lane, part * BATCH);
        }
        workgroupBarrier();
        for (var first = 0u; first < tiles; first += LANES) {
            let tile = first + lane;
            let reads = tile >= CORRECTIONS * TILES && tile < tiles;
            if first > 0u && reads {
                sum = held(base, tile, part);
                if part * BATCH < CHUNK {
                    ahead = batch(products_at(base, tile), CHUNK4, part * BATCH);
                }
            }
            if reads {
                sum = add_updates(sum, ahead, base, tile, part);
                if part > 0u {
                    keep_part(tid, sum);
                }
            }
            workgroupBarrier();
            if reads && part == 0u {
                let all = whole(tid, sum);
                let head = c.h * params.group + tile / TILES - CORRECTIONS;
                for (var r = 0u; r < HIGH; r++) { // unroll
                    let t = tile % TILES / COLUMNS4 * HIGH + r;
                    if chunk_holds(c, t) {
                        let at = o_at(c.b, head, chunk_token(c, t));
                        store_o4(at, first_column + tile % COLUMNS4 * 4u, V_DIM, params.scale * all[r]);
                    }
                }
            }
            if tiles > LANES {
                workgroupBarrier();
            }
        }
        for (var first = 0u; first < STATE_TILES; first += LANES) {
            let tile = first + lane;
            let owns = tile < STATE_TILES;
            if owns {
                if first > 0u && part * BATCH < CHUNK {
                    key_ahead = keys(base, tile, part * BATCH);
                }
                sum = added(key_ahead, base, tile, part);
            }
            workgroupBarrier();
            if owns && part > 0u {
                keep_part(tid, sum);
            }
            workgroupBarrier();
            if owns && part == 0u {
                let all = whole(tid, sum);
                for (var e = 0u; e < HIGH; e++) { // unroll
                    let at = (tile / COLUMNS4 * HIGH + e) * COLUMNS4 + tile % COLUMNS4;
                    s_tile[at] = fade(last) * s_tile[at] + all[e];
                }
            }
        }
    }
    workgroupBarrier();
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        store_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u, s_tile[n]);
    }
}
