// Linear attention by chunks, second of two passes: the state goes from chunk to chunk. A workgroup has 4 *
// COLUMNS4 value columns of one state.
//
// With what the first pass found for every chunk (`intra_chunk.wgsl`), S the state before it, K its keys,
// faded to its end:
//   U' = U - W S for the delta rule, the values by others;
//   O = A U' + (Q o exp(G)) S,  S <- exp(G_last) S + K^T U'.
//
// A thread has tiles of HIGH rows x one vec4 of columns, and of what is summed for them every PARTS-th batch.
// What it reads of the first pass no thread of another row reads, so that it comes straight from memory, four
// rows a load.
//
// Constants: WORKGROUP (at least PARTS * CHUNK / HIGH * COLUMNS4), PARTS (more than one), CHUNK, COLUMNS4,
// QK_DIM, V_DIM, STATE_COLUMNS and those of the problem.

// Rows of a tile, in vec4 too; tiles of a chunk; threads that have different ones; terms of a sum whose loads
// are under way at once; tiles of the state.
const HIGH: u32 = 8u;
const HIGH4: u32 = HIGH / 4u;
const TILES: u32 = CHUNK / HIGH * COLUMNS4;
const LANES: u32 = WORKGROUP / PARTS;
const BATCH: u32 = select(8u, 16u, QK_PAD % (16u * PARTS) == 0u);
const STATE_TILES: u32 = QK_PAD / HIGH * COLUMNS4;

var<workgroup> s_tile: array<vec4<f32>, QK_PAD * COLUMNS4>;
var<workgroup> u_tile: array<vec4<f32>, CHUNK * COLUMNS4>;
// Sums of other parts.
var<workgroup> parts: array<vec4<f32>, (PARTS - 1u) * LANES * HIGH>;

alias Tile = array<vec4<f32>, HIGH>;

// Adds to the rows of a tile what BATCH terms from `first` on come to: `step` vec4 from one term to the next.
fn add_batch(sum: Tile, at: u32, step: u32, first: u32, column: u32, state: bool) -> Tile {
    var acc = sum;
    var x: array<vec4<f32>, BATCH * HIGH4>;
    for (var n = 0u; n < BATCH * HIGH4; n++) { // unroll
        x[n] = within[at + (first + n / HIGH4) * step + n % HIGH4];
    }
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

// What the rows of a tile read from the state: W's, then those of every query head. This part of it.
fn held(base: u32, tile: u32, part: u32) -> Tile {
    var sum: Tile;
    let reader = tile / TILES;
    var at = base;
    if reader >= CORRECTIONS {
        at = queries_at(base, reader - CORRECTIONS);
    }
    at += tile % TILES / COLUMNS4 * HIGH4;
    for (var i = 0u; i < QK_PAD / PARTS; i += BATCH) { // unroll
        sum = add_batch(sum, at, CHUNK4, i * PARTS + part * BATCH, tile % COLUMNS4, true);
    }
    return sum;
}

// Adds what they read from the updates up to row `i0`'s tile.
fn add_updates(sum: Tile, at: u32, i0: u32, column: u32, part: u32) -> Tile {
    var acc = sum;
    for (var j = part * BATCH; j < i0 + HIGH; j += PARTS * BATCH) {
        acc = add_batch(acc, at + i0 / 4u, CHUNK4, j, column, false);
    }
    return acc;
}

// What the keys add to HIGH rows of the state.
fn added(base: u32, tile: u32, part: u32) -> Tile {
    var sum: Tile;
    let at = keys_at(base) + tile / COLUMNS4 * HIGH4;
    for (var j = part * BATCH; j < CHUNK; j += PARTS * BATCH) {
        sum = add_batch(sum, at, QK_PAD / 4u, j, tile % COLUMNS4, false);
    }
    return sum;
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

// Loads a share of what the first pass found for the n-th chunk, a vec4 of every 64 bytes: all workgroups of
// a state need it at the same time, soon, and would wait for memory at every step.
fn touch(c: Chunk, n: u32, share: u32) -> vec4<f32> {
    var sum = vec4<f32>(0.0);
    let step = 4u * params.v_slices * (WORKGROUP - LANES);
    for (var i = 4u * share; n * CHUNK < c.tokens && i < queries_at(0u, params.group); i += step) {
        sum += within[within_at(c, n) + i];
    }
    return sum;
}

fn value(c: Chunk, t: u32, column: u32) -> vec4<f32> {
    if !chunk_holds(c, t) { return vec4<f32>(0.0); }
    return load_v4(v_at(c.b, c.h, chunk_token(c, t)), column);
}

fn run(wid: vec3<u32>, tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS4 * 4u;
    let state = id / params.v_slices;
    let part = tid / LANES;
    let lane = tid % LANES;
    var c = chunk_of(state);
    let state_base = (c.b * params.kv_heads + c.h) * QK_DIM * STATE_COLUMNS;
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        s_tile[n] = load_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u);
    }
    var touched = vec4<f32>(0.0);
    let tiles = (CORRECTIONS + select(0u, params.group, OUTPUTS)) * TILES;
    for (var n = 0u; n * CHUNK < c.tokens; n++) {
        workgroupBarrier();
        c.first = n * CHUNK;
        let base = within_at(c, n);
        if part > 0u {
            // Into where this thread's own sums go: what nothing keeps is not loaded.
            parts[tid - LANES] = touched;
            touched = touch(c, n + 1u, id % params.v_slices * (WORKGROUP - LANES) + tid - LANES);
        }
        var last = 0.0;
        if DECAY {
            last = faded(c, CHUNK - 1u);
        }
        // What does not wait for the state is loaded before it.
        var update: Tile;
        if DELTA && lane < TILES && part == 0u {
            for (var r = 0u; r < HIGH; r++) { // unroll
                update[r] = value(c, lane / COLUMNS4 * HIGH + r, first_column + lane % COLUMNS4 * 4u);
            }
        }
        var sum: Tile;
        if lane < tiles {
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
        workgroupBarrier();
        for (var first = 0u; first < tiles; first += LANES) {
            let tile = first + lane;
            if first > 0u && tile < tiles {
                sum = held(base, tile, part);
            }
            let reads = tile >= CORRECTIONS * TILES && tile < tiles;
            let g = tile / TILES - CORRECTIONS;
            let i0 = tile % TILES / COLUMNS4 * HIGH;
            let column = tile % COLUMNS4;
            if reads {
                sum = add_updates(sum, queries_at(base, g) + QK_PAD * CHUNK4, i0, column, part);
                if part > 0u {
                    keep_part(tid, sum);
                }
            }
            workgroupBarrier();
            if reads && part == 0u {
                let all = whole(tid, sum);
                for (var r = 0u; r < HIGH; r++) { // unroll
                    if chunk_holds(c, i0 + r) {
                        let at = o_at(c.b, c.h * params.group + g, chunk_token(c, i0 + r));
                        store_o4(at, first_column + column * 4u, V_DIM, params.scale * all[r]);
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
                sum = added(base, tile, part);
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
