// Linear attention by chunks, second of two passes: the state goes from chunk to chunk. A workgroup has 4 * COLUMNS4
// value columns of one state.
//
// With what the first pass found for every chunk (`intra_chunk.wgsl`), S the state before it and K its keys:
//   U' = U - W S for the delta rule, the values by others;
//   O = A U' + (Q o exp(G)) S,  S <- exp(G_last) S + K^T (U' o exp(G_last - G)).
//
// A thread has tiles of four rows x one vec4 of columns. What it reads of the first pass no other thread of another row
// reads, so that it comes straight from memory, four rows a load.
//
// Constants: WORKGROUP (at least CHUNK / 4 * COLUMNS4), CHUNK, COLUMNS4, QK_DIM, V_DIM, STATE_COLUMNS and those of the problem.

// Tiles of the rows of a chunk; loads that are under way at once.
const TILES: u32 = CHUNK4 * COLUMNS4;
const AHEAD: u32 = 8u;

var<workgroup> s_tile: array<vec4<f32>, QK_PAD * COLUMNS4>;
var<workgroup> u_tile: array<vec4<f32>, CHUNK * COLUMNS4>;
// Updates as the chunk's last token finds them.
var<workgroup> faded_tile: array<vec4<f32>, CHUNK * COLUMNS4>;

alias Tile = array<vec4<f32>, 4>;

// Adds `rows` of what is transposed at `at` times the same rows of the state, or of the updates.
fn add_state(sum: Tile, at: u32, column: u32) -> Tile {
    var acc = sum;
    for (var d = 0u; d < QK_PAD; d += AHEAD) {
        var x: array<vec4<f32>, AHEAD>;
        for (var n = 0u; n < AHEAD; n++) { // unroll
            x[n] = within[at + (d + n) * CHUNK4];
        }
        for (var n = 0u; n < AHEAD; n++) { // unroll
            let s = s_tile[(d + n) * COLUMNS4 + column];
            for (var r = 0u; r < 4u; r++) { // unroll
                acc[r] += x[n][r] * s;
            }
        }
    }
    return acc;
}
fn add_updates(sum: Tile, at: u32, end: u32, column: u32) -> Tile {
    var acc = sum;
    for (var j = 0u; j < end; j += AHEAD) {
        var x: array<vec4<f32>, AHEAD>;
        for (var n = 0u; n < AHEAD; n++) { // unroll
            x[n] = within[at + (j + n) * CHUNK4];
        }
        for (var n = 0u; n < AHEAD; n++) { // unroll
            let u = u_tile[(j + n) * COLUMNS4 + column];
            for (var r = 0u; r < 4u; r++) { // unroll
                acc[r] += x[n][r] * u;
            }
        }
    }
    return acc;
}

// What the rows of a tile read from the state: W's, then those of every query head.
fn held(base: u32, tile: u32) -> Tile {
    var none: Tile;
    let reader = tile / TILES;
    var at = base;
    if reader >= CORRECTIONS {
        at = queries_at(base, reader - CORRECTIONS);
    }
    return add_state(none, at + tile % TILES / COLUMNS4, tile % COLUMNS4);
}

fn put_update(c: Chunk, t: u32, column: u32, last: f32, u: vec4<f32>) {
    let at = t * COLUMNS4 + column;
    u_tile[at] = u;
    var x = u;
    if DECAY {
        x *= exp(last - faded(c, t));
    }
    faded_tile[at] = x;
}

fn value(c: Chunk, t: u32, column: u32) -> vec4<f32> {
    if !chunk_holds(c, t) { return vec4<f32>(0.0); }
    return load_v4(v_at(c.b, c.h, chunk_token(c, t)), column);
}

fn update_state(c: Chunk, tid: u32, last: f32) {
    let steps = min(CHUNK, c.tokens - c.first);
    let row0 = key_row(c, 0u);
    // Of a walk back the wrapped negative.
    let step = key_row(c, 1u) - row0;
    for (var tile = tid; tile < QK_PAD / 4u * COLUMNS4; tile += WORKGROUP) {
        let d = tile / COLUMNS4 * 4u;
        let column = tile % COLUMNS4;
        var acc: Tile;
        for (var e = 0u; e < 4u; e++) { // unroll
            acc[e] = s_tile[(d + e) * COLUMNS4 + column];
            if DECAY {
                acc[e] *= fade(last);
            }
        }
        for (var j = 0u; j < steps; j += AHEAD) {
            var k: array<vec4<f32>, AHEAD>;
            for (var n = 0u; n < AHEAD; n++) { // unroll
                k[n] = load_k4(row0 + min(j + n, steps - 1u) * step, d);
            }
            for (var n = 0u; n < AHEAD; n++) { // unroll
                let u = faded_tile[(j + n) * COLUMNS4 + column];
                for (var e = 0u; e < 4u; e++) { // unroll
                    acc[e] += k[n][e] * u;
                }
            }
        }
        for (var e = 0u; e < 4u; e++) { // unroll
            s_tile[(d + e) * COLUMNS4 + column] = acc[e];
        }
    }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS4 * 4u;
    let state = id / params.v_slices;
    var c: Chunk;
    c.h = params.kv_head_base + state % params.kv_head_count;
    c.b = params.batch_base + state / params.kv_head_count;
    c.tokens = token_count(c.b);
    let state_base = (c.b * params.kv_heads + c.h) * QK_DIM * STATE_COLUMNS;
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        s_tile[n] = load_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u);
    }
    for (var n = 0u; n * CHUNK < c.tokens; n++) {
        workgroupBarrier();
        c.first = n * CHUNK;
        let base = within_at(c, n);
        var last = 0.0;
        if DECAY {
            last = faded(c, CHUNK - 1u);
        }
        var sum: Tile;
        let tiles = (CORRECTIONS + select(0u, params.group, OUTPUTS)) * TILES;
        if tid < tiles {
            sum = held(base, tid);
        }
        if !DELTA {
            for (var n = tid; n < CHUNK * COLUMNS4; n += WORKGROUP) {
                let t = n / COLUMNS4;
                let column = n % COLUMNS4;
                put_update(c, t, column, last, value(c, t, first_column + column * 4u));
            }
        } else if tid < TILES {
            let column = tid % COLUMNS4;
            for (var r = 0u; r < 4u; r++) { // unroll
                let t = tid / COLUMNS4 * 4u + r;
                put_update(c, t, column, last, value(c, t, first_column + column * 4u) - sum[r]);
            }
        }
        workgroupBarrier();
        for (var tile = tid; tile < tiles; tile += WORKGROUP) {
            if tile != tid {
                sum = held(base, tile);
            }
            if tile < CORRECTIONS * TILES {
                continue;
            }
            let g = tile / TILES - CORRECTIONS;
            let i0 = tile % TILES / COLUMNS4 * 4u;
            let column = tile % COLUMNS4;
            sum = add_updates(sum, queries_at(base, g) + QK_PAD * CHUNK4 + i0 / 4u, i0 + 4u, column);
            for (var r = 0u; r < 4u; r++) { // unroll
                if chunk_holds(c, i0 + r) {
                    let at = o_at(c.b, c.h * params.group + g, chunk_token(c, i0 + r));
                    store_o4(at, first_column + column * 4u, V_DIM, params.scale * sum[r]);
                }
            }
        }
        workgroupBarrier();
        update_state(c, tid, last);
    }
    workgroupBarrier();
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        store_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u, s_tile[n]);
    }
}
