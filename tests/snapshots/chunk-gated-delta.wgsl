const WORKGROUP: u32 = 64u;
const CHUNK: u32 = 32u;
const COLUMNS4: u32 = 4u;
const ROWS: u32 = 4u;
const WIDTH: u32 = 1u;
const OUTPUTS: bool = true;
const VALUES: bool = true;
const SOURCES: u32 = 1u;
const KEPT4: u32 = 1u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const STATE_COLUMNS: u32 = 64u;
const DELTA: bool = true;
const MOMENTUM: bool = false;
const RANK_ONE: bool = false;
const DECAY: bool = true;
const DECAY_CHANNEL: bool = false;
const NORMALISE: bool = false;
const BONUS: bool = false;
alias OutElem = f32;
struct Params {
    groups: u32,
    grid_x: u32,
    v_slices: u32,
    group: u32,
    batch_base: u32,
    kv_head_base: u32,
    kv_head_count: u32,
    kv_heads: u32,
    q_token_heads: u32,
    token_heads: u32,
    reverse_from: u32,
    outputs: u32,
    len: u32,
    first: u32,
    whole: u32,
    total_len: u32,
    chunks: u32,
    segments: u32,
    segment_len: u32,
    q_offset: u32,
    q_batch: u32,
    q_head: u32,
    q_row: u32,
    k_offset: u32,
    k_batch: u32,
    k_head: u32,
    k_row: u32,
    v_offset: u32,
    v_batch: u32,
    v_head: u32,
    v_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    decay_offset: u32,
    decay_batch: u32,
    decay_head: u32,
    decay_row: u32,
    beta_offset: u32,
    beta_batch: u32,
    beta_head: u32,
    beta_row: u32,
    removal_offset: u32,
    removal_batch: u32,
    removal_head: u32,
    removal_row: u32,
    scale: f32,
    eps: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> q: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> k: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> v: array<vec4<f32>>;
@group(0) @binding(4) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(5) var<storage, read> decay: array<f32>;
@group(0) @binding(6) var<storage, read> beta: array<f32>;
@group(0) @binding(7) var<storage, read> state_in: array<f32>;
@group(0) @binding(8) var<storage, read_write> state_out: array<f32>;
// Four elements at once, of rows that start and end at multiples of four.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(q[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_k4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(k[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_v4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(v[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
// One element.
fn load_decay(at: u32) -> f32 { return f32(decay[at]); }
// One element.
fn load_beta(at: u32) -> f32 { return f32(beta[at]); }
// What is not given is zero.
fn load_removal(at: u32) -> f32 { return 0.0; }
// Every sequence has the full length.
fn token_start(b: u32) -> u32 { return 0u; }
fn token_count(b: u32) -> u32 { return params.len; }
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// Where the rows of a token lie.

// In both directions there are twice as many heads of states as of tokens.

// Token that the state of head `h` visits at step `t` of `n`.
fn token_at(b: u32, h: u32, t: u32, n: u32) -> u32 {
    return token_start(b) + select(t, n - 1u - t, h >= params.reverse_from);
}
fn q_at(b: u32, h: u32, i: u32) -> u32 {
    return params.q_offset + b * params.q_batch + (h % params.q_token_heads) * params.q_head + i * params.q_row;
}
fn k_at(b: u32, h: u32, i: u32) -> u32 {
    return params.k_offset + b * params.k_batch + (h % params.token_heads) * params.k_head + i * params.k_row;
}
fn v_at(b: u32, h: u32, i: u32) -> u32 {
    return params.v_offset + b * params.v_batch + (h % params.token_heads) * params.v_head + i * params.v_row;
}
fn o_at(b: u32, h: u32, i: u32) -> u32 {
    return params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
}
fn decay_at(b: u32, h: u32, i: u32) -> u32 {
    return params.decay_offset + b * params.decay_batch + h * params.decay_head + i * params.decay_row;
}
fn beta_at(b: u32, h: u32, i: u32) -> u32 {
    return params.beta_offset + b * params.beta_batch + (h % params.token_heads) * params.beta_head + i * params.beta_row;
}
fn removal_at(b: u32, h: u32, i: u32) -> u32 {
    return params.removal_offset + b * params.removal_batch + (h % params.token_heads) * params.removal_head + i * params.removal_row;
}

// Divisor of an output with a normaliser: a sum of 0 gives zeros.
fn inverse(sum: f32) -> f32 {
    return select(1.0 / sum, 0.0, sum == 0.0);
}
// The state starts as the caller's.
fn load_state(at: u32) -> f32 { return state_in[at]; }
// Keeps the last state.
fn store_state(at: u32, x: f32) { state_out[at] = x; }
// What is not given is zero.
fn load_bonus(at: u32) -> f32 { return 0.0; }
// Factors of the state, `exp(x) = 2^n (1 + gain)` with `n = 0` from -0.34 to 0.34. A state is multiplied by
// them again and again, so that the few units in the last place that `exp` may be off by (more on some
// drivers) would pile up over thousands of tokens whenever the factor is close to 1.
struct Fade { power: f32, gain: f32 }

fn fade_of(x: f32) -> Fade {
    // Below is nothing that 32 bits hold; NaN stays.
    let log = select(x, -88.0, x < -88.0);
    let n = clamp(round(log * 1.44269504), -127.0, 127.0);
    // Less n times log 2 in two parts, of which the first is exact.
    let r = fma(n, 2.12194440e-4, fma(n, -0.693359375, log));
    // exp(r) - 1 for |r| <= 0.35, by Taylor's series: what it leaves out is below 2e-8 of it.
    var sum = fma(r, 1.0 / 5040.0, 1.0 / 720.0);
    sum = fma(r, sum, 1.0 / 120.0);
    sum = fma(r, sum, 1.0 / 24.0);
    sum = fma(r, sum, 1.0 / 6.0);
    sum = fma(r, sum, 0.5);
    sum = fma(r, sum, 1.0);
    return Fade(bitcast<f32>((i32(n) + 127) << 23u), r * sum);
}

fn fade(x: f32) -> f32 {
    let f = fade_of(x);
    return fma(f.power, f.gain, f.power);
}
fn fade4(x: vec4<f32>) -> vec4<f32> {
    return vec4<f32>(fade(x.x), fade(x.y), fade(x.z), fade(x.w));
}

// A state after one token. The factor is not rounded where it is close to 1: it would be off by half
// a unit in its last place at every token, always to the same side.
fn fade_state(s: vec4<f32>, x: vec4<f32>) -> vec4<f32> {
    let f = array<Fade, 4>(fade_of(x.x), fade_of(x.y), fade_of(x.z), fade_of(x.w));
    let scaled = s * vec4<f32>(f[0].power, f[1].power, f[2].power, f[3].power);
    return fma(scaled, vec4<f32>(f[0].gain, f[1].gain, f[2].gain, f[3].gain), scaled);
}
// Four channels of what goes with a token or a head, 0 past the last.

// Log decays of four channels.
fn channel_decays(at: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_decay(at + d + n);
        }
    }
    return r;
}

fn bonus4(h: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_bonus(h * QK_DIM + d + n);
        }
    }
    return r;
}

// Four numbers that a rank-one rule reads or writes.
fn removal4(at: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_removal(at + d + n);
        }
    }
    return r;
}
// Places and decays of the tokens of a chunk.

// Sequence, head of keys, tokens of the sequence, first step of the chunk.
struct Chunk { b: u32, h: u32, tokens: u32, first: u32 }

// The first chunk of a state.
fn chunk_of(state: u32) -> Chunk {
    let b = params.batch_base + state / params.kv_head_count;
    return Chunk(b, params.kv_head_base + state % params.kv_head_count, token_count(b), 0u);
}

// Steps past the end stand for the last token: their updates are zeros, and their running
// sums of decays are the chunk's.
fn chunk_token(c: Chunk, t: u32) -> u32 {
    return token_at(c.b, c.h, min(c.first + t, c.tokens - 1u), c.tokens);
}
fn chunk_holds(c: Chunk, t: u32) -> bool { return c.first + t < c.tokens; }
fn key_row(c: Chunk, t: u32) -> u32 { return k_at(c.b, c.h, chunk_token(c, t)); }

// Running sum of log decays up to and with step `t`, the same for all channels.
fn faded(c: Chunk, t: u32) -> f32 {
    return load_decay(decay_at(c.b, c.h, chunk_token(c, t)));
}
fn faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    return channel_decays(decay_at(c.b, c.h, chunk_token(c, t)), d);
}

// What reads the state: the queries of a head, or the keys (a rank-one rule's own rows) by which a
// rule corrects itself. With a bonus a query reads the state before its own token; momentum and
// rank-one rules correct by that state before it fades.
fn reads_before(corrects: bool) -> bool { return select(BONUS, MOMENTUM || RANK_ONE, corrects); }
fn reader_row(c: Chunk, head: u32, corrects: bool, t: u32) -> u32 {
    let i = chunk_token(c, t);
    if !corrects { return q_at(c.b, head, i); }
    if RANK_ONE { return removal_at(c.b, c.h, i); }
    return k_at(c.b, c.h, i);
}
fn reader4(row: u32, corrects: bool, d: u32) -> vec4<f32> {
    if !corrects { return load_q4(row, d); }
    if RANK_ONE { return removal4(row, d); }
    return load_k4(row, d);
}
fn reader_faded(c: Chunk, corrects: bool, t: u32) -> f32 {
    if !DECAY { return 0.0; }
    if !reads_before(corrects) { return faded(c, t); }
    if t == 0u { return 0.0; }
    return faded(c, t - 1u);
}
fn reader_faded4(c: Chunk, corrects: bool, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(reader_faded(c, corrects, t)); }
    if !reads_before(corrects) { return faded4(c, t, d); }
    if t == 0u { return vec4<f32>(0.0); }
    return faded4(c, t - 1u, d);
}

// What writes to the state: keys, and behind them what a rank-one rule writes.
fn source_row(c: Chunk, written: bool, t: u32) -> u32 {
    if written { return removal_at(c.b, c.h, chunk_token(c, t)) + QK_DIM; }
    return key_row(c, t);
}
fn source4(row: u32, written: bool, d: u32) -> vec4<f32> {
    if written { return removal4(row, d); }
    return load_k4(row, d);
}
fn key_faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(faded(c, t)); }
    return faded4(c, t, d);
}
// Four columns of a row of the state, 0 past its ends.

fn load_state4(base: u32, d: u32, column: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d < QK_DIM && column + n < V_DIM {
            r[n] = load_state(base + d * STATE_COLUMNS + column + n);
        }
    }
    return r;
}

fn store_state4(base: u32, d: u32, column: u32, x: vec4<f32>) {
    for (var n = 0u; n < 4u; n++) {
        if d < QK_DIM && column + n < V_DIM {
            store_state(base + d * STATE_COLUMNS + column + n, x[n]);
        }
    }
}
// Tiles of ROWS x WIDTH vec4 that a thread computes: products with updates.

// acc + x s; where a thread owns its columns, on processors that have it, rounded once.
fn mad(x: f32, s: vec4<f32>, acc: vec4<f32>) -> vec4<f32> {
    if OWNED { return fma(vec4<f32>(x), s, acc); }
    return x * s + acc;
}

// acc with the products of x with four rows of keys added.
fn add_products(x: vec4<f32>, k0: vec4<f32>, k1: vec4<f32>, k2: vec4<f32>, k3: vec4<f32>, acc: vec4<f32>) -> vec4<f32> {
    if !OWNED { return acc + vec4<f32>(dot(x, k0), dot(x, k1), dot(x, k2), dot(x, k3)); }
    let first = mad(x.y, vec4<f32>(k0.y, k1.y, k2.y, k3.y), mad(x.x, vec4<f32>(k0.x, k1.x, k2.x, k3.x), acc));
    return mad(x.w, vec4<f32>(k0.w, k1.w, k2.w, k3.w), mad(x.z, vec4<f32>(k0.z, k1.z, k2.z, k3.z), first));
}

// Rows of A (or M), columns `j_begin..j_end`, times the updates from row `first` on.
fn weigh_updates(i0: u32, across: u32, j_begin: u32, j_end: u32, first: u32, start: array<vec4<f32>, ROWS * WIDTH>) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc = start;
    for (var j = j_begin; j < j_end; j += 4u) {
        var a: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            a[r] = a_tile[(i0 + r) * CHUNK4 + j / 4u];
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = (first + j) * COLUMNS4 + across * WIDTH + w;
            let u0 = u_tile[at];
            let u1 = u_tile[at + COLUMNS4];
            let u2 = u_tile[at + 2u * COLUMNS4];
            let u3 = u_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                let first = mad(a[r].y, u1, mad(a[r].x, u0, acc[r * WIDTH + w]));
                acc[r * WIDTH + w] = mad(a[r].w, u3, mad(a[r].z, u2, first));
            }
        }
    }
    return acc;
}
// Updates within a chunk that depend on each other.

// By a delta rule values become updates; a rank-one rule adds what it reads, and has no rates.
const SIGN: f32 = select(-1.0, 1.0, RANK_ONE);

// Solves for the updates in `u_tile`, from row OWN on. `a_tile` holds the products of what corrects
// with what writes; rates are applied row by row.
fn solve_updates(c: Chunk, tid: u32) {
    for (var tile = first_tile(tid); tile < (CHUNK / ROWS) * ACROSS; tile += STEP) {
        let i0 = (tile / ACROSS) * ROWS;
        let across = across_of(tile, tid);
        var held = read_state(c, 0u, true, i0, across);
        if RANK_ONE {
            held = weigh_updates(i0, across, 0u, i0 + ROWS, 0u, held);
        }
        for (var r = 0u; r < ROWS; r++) {
            for (var w = 0u; w < WIDTH; w++) {
                u_tile[(OWN + i0 + r) * COLUMNS4 + across * WIDTH + w] += SIGN * held[r * WIDTH + w];
            }
        }
    }
    workgroupBarrier();
    if RANK_ONE {
        gram(c, tid, 0u, true, true);
        workgroupBarrier();
    }
    for (var block = 0u; block < CHUNK; block += 8u) {
        for (var n = first_tile(tid); n < select(COLUMNS4, WIDTH, OWNED); n += STEP) {
            let column = select(n, tid * WIDTH + n, OWNED);
            var x: array<vec4<f32>, 8>;
            for (var r = 0u; r < 8u; r++) {
                let i = block + r;
                var sum = u_tile[(OWN + i) * COLUMNS4 + column];
                let m0 = a_tile[i * CHUNK4 + block / 4u];
                let m1 = a_tile[i * CHUNK4 + block / 4u + 1u];
                for (var j = 0u; j < r; j++) {
                    if j < 4u {
                        sum += SIGN * m0[j] * x[j];
                    } else {
                        sum += SIGN * m1[j - 4u] * x[j];
                    }
                }
                x[r] = sum * load_beta(beta_at(c.b, c.h, chunk_token(c, i)));
                if !chunk_holds(c, i) {
                    x[r] = vec4<f32>(0.0);
                }
                u_tile[(OWN + i) * COLUMNS4 + column] = x[r];
            }
        }
        workgroupBarrier();
        let below = (block + 8u) / ROWS;
        for (var tile = first_tile(tid); tile < (CHUNK / ROWS - below) * ACROSS; tile += STEP) {
            let i0 = (below + tile / ACROSS) * ROWS;
            let across = across_of(tile, tid);
            var none: array<vec4<f32>, ROWS * WIDTH>;
            let sum = weigh_updates(i0, across, block, block + 8u, OWN, none);
            for (var r = 0u; r < ROWS; r++) {
                for (var w = 0u; w < WIDTH; w++) {
                    u_tile[(OWN + i0 + r) * COLUMNS4 + across * WIDTH + w] += SIGN * sum[r * WIDTH + w];
                }
            }
        }
        workgroupBarrier();
    }
}
// Products of the tokens of a chunk, into `a_tile`.

// Products of what reads the state (queries, or what a rule corrects itself by) with what writes to
// it (keys, or the rows that a rank-one rule writes), faded.
fn gram(c: Chunk, tid: u32, head: u32, corrects: bool, written: bool) {
    for (var tile = tid; tile < (CHUNK / ROWS) * CHUNK4; tile += WORKGROUP) {
        let i0 = (tile / CHUNK4) * ROWS;
        let j0 = (tile % CHUNK4) * 4u;
        var acc: array<vec4<f32>, ROWS>;
        var row: array<u32, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            acc[r] = vec4<f32>(0.0);
            row[r] = reader_row(c, head, corrects, i0 + r);
        }
        let seen = j0 < i0 + ROWS && c.first + j0 < c.tokens;
        if seen {
            let row0 = source_row(c, written, j0);
            let row1 = source_row(c, written, j0 + 1u);
            let row2 = source_row(c, written, j0 + 2u);
            let row3 = source_row(c, written, j0 + 3u);
            for (var d = 0u; d < QK_DIM; d += 4u) {
                let k0 = source4(row0, written, d);
                let k1 = source4(row1, written, d);
                let k2 = source4(row2, written, d);
                let k3 = source4(row3, written, d);
                if PAIRWISE {
                    let g0 = key_faded4(c, j0, d);
                    let g1 = key_faded4(c, j0 + 1u, d);
                    let g2 = key_faded4(c, j0 + 2u, d);
                    let g3 = key_faded4(c, j0 + 3u, d);
                    let own = bonus4(c.h, d);
                    for (var r = 0u; r < ROWS; r++) {
                        let i = i0 + r;
                        let x = reader4(row[r], corrects, d);
                        let g = reader_faded4(c, corrects, i, d);
                        let w0 = select(exp(g - g0), own, BONUS && i == j0);
                        let w1 = select(exp(g - g1), own, BONUS && i == j0 + 1u);
                        let w2 = select(exp(g - g2), own, BONUS && i == j0 + 2u);
                        let w3 = select(exp(g - g3), own, BONUS && i == j0 + 3u);
                        acc[r] = add_products(x, w0 * k0, w1 * k1, w2 * k2, w3 * k3, acc[r]);
                    }
                } else {
                    for (var r = 0u; r < ROWS; r++) {
                        let x = reader4(row[r], corrects, d);
                        acc[r] = add_products(x, k0, k1, k2, k3, acc[r]);
                    }
                }
            }
        }
        var g = vec4<f32>(0.0);
        if DECAY && !PAIRWISE {
            g = vec4<f32>(faded(c, j0), faded(c, j0 + 1u), faded(c, j0 + 2u), faded(c, j0 + 3u));
        }
        for (var r = 0u; r < ROWS; r++) {
            let i = i0 + r;
            var x = acc[r];
            if DECAY && !PAIRWISE {
                x *= exp(vec4<f32>(reader_faded(c, corrects, i)) - g);
            }
            // A query sees its own token, a correction only those before it. Other pairs are
            // selected away: their factors may be infinite.
            let j = vec4<u32>(j0, j0 + 1u, j0 + 2u, j0 + 3u);
            let last = vec4<u32>(i + select(1u, 0u, corrects));
            a_tile[i * CHUNK4 + j0 / 4u] = select(vec4<f32>(0.0), x, j < last);
        }
    }
}
// Products with the state before the chunk, by tiles of ROWS x WIDTH vec4.

// What rows of queries (or of what a rule corrects itself by) read from the state before the chunk.
fn read_state(c: Chunk, head: u32, corrects: bool, i0: u32, across: u32) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc: array<vec4<f32>, ROWS * WIDTH>;
    var row: array<u32, ROWS>;
    for (var r = 0u; r < ROWS; r++) {
        row[r] = reader_row(c, head, corrects, i0 + r);
        for (var w = 0u; w < WIDTH; w++) {
            acc[r * WIDTH + w] = vec4<f32>(0.0);
        }
    }
    for (var d = 0u; d < QK_DIM; d += 4u) {
        var x: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            x[r] = reader4(row[r], corrects, d);
            if DECAY_CHANNEL {
                x[r] *= exp(reader_faded4(c, corrects, i0 + r, d));
            }
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = d * COLUMNS4 + across * WIDTH + w;
            let s0 = s_tile[at];
            let s1 = s_tile[at + COLUMNS4];
            let s2 = s_tile[at + 2u * COLUMNS4];
            let s3 = s_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                let first = mad(x[r].y, s1, mad(x[r].x, s0, acc[r * WIDTH + w]));
                acc[r * WIDTH + w] = mad(x[r].w, s3, mad(x[r].z, s2, first));
            }
        }
    }
    if DECAY && !DECAY_CHANNEL {
        for (var r = 0u; r < ROWS; r++) {
            let g = reader_faded(c, corrects, i0 + r);
            for (var w = 0u; w < WIDTH; w++) {
                acc[r * WIDTH + w] *= exp(g);
            }
        }
    }
    return acc;
}
// The state and the sum of keys after a chunk, where updates fade from their token on.

// The state after the chunk.
fn update_state(c: Chunk, tid: u32) {
    for (var tile = first_tile(tid); tile < (QK_PAD / 8u) * ACROSS; tile += STEP) {
        let d = (tile / ACROSS) * 8u;
        let across = across_of(tile, tid);
        let last0 = key_faded4(c, CHUNK - 1u, d);
        let last1 = key_faded4(c, CHUNK - 1u, d + 4u);
        let fade0 = fade4(last0);
        let fade1 = fade4(last1);
        var acc: array<vec4<f32>, 8u * WIDTH>;
        for (var w = 0u; w < WIDTH; w++) {
            let at = d * COLUMNS4 + across * WIDTH + w;
            for (var e = 0u; e < 4u; e++) {
                acc[e * WIDTH + w] = fade0[e] * s_tile[at + e * COLUMNS4];
                acc[(e + 4u) * WIDTH + w] = fade1[e] * s_tile[at + (e + 4u) * COLUMNS4];
            }
        }
        let steps = min(CHUNK, c.tokens - c.first);
        for (var n = 0u; n < SOURCES * steps; n++) {
            let written = RANK_ONE && n >= steps;
            let j = select(n, n - steps, written);
            let row = source_row(c, written, j);
            var k0 = source4(row, written, d);
            var k1 = source4(row, written, d + 4u);
            if DECAY_CHANNEL {
                k0 *= exp(last0 - key_faded4(c, j, d));
                k1 *= exp(last1 - key_faded4(c, j, d + 4u));
            } else if DECAY {
                let w = exp(last0.x - faded(c, j));
                k0 *= w;
                k1 *= w;
            }
            for (var w = 0u; w < WIDTH; w++) {
                let u = u_tile[(j + select(0u, OWN, written)) * COLUMNS4 + across * WIDTH + w];
                for (var e = 0u; e < 4u; e++) {
                    acc[e * WIDTH + w] = mad(k0[e], u, acc[e * WIDTH + w]);
                    acc[(e + 4u) * WIDTH + w] = mad(k1[e], u, acc[(e + 4u) * WIDTH + w]);
                }
            }
        }
        for (var w = 0u; w < WIDTH; w++) {
            for (var e = 0u; e < 8u; e++) {
                s_tile[(d + e) * COLUMNS4 + across * WIDTH + w] = acc[e * WIDTH + w];
            }
        }
    }
}

fn update_norm(c: Chunk, tid: u32) {
    for (var d = tid * 4u; d < QK_PAD; d += WORKGROUP * 4u) {
        let last = key_faded4(c, CHUNK - 1u, d);
        var z = fade4(last) * vec4<f32>(z_tile[d], z_tile[d + 1u], z_tile[d + 2u], z_tile[d + 3u]);
        let steps = min(CHUNK, c.tokens - c.first);
        for (var j = 0u; j < steps; j++) {
            z += load_k4(key_row(c, j), d) * exp(last - key_faded4(c, j, d));
        }
        for (var n = 0u; n < 4u; n++) {
            z_tile[d + n] = z[n];
        }
    }
}
// One state and no momentum.
fn load_momentum(tid: u32, base: u32, first_column: u32) {}
fn store_momentum(tid: u32, base: u32, first_column: u32) {}
fn open_chunk(c: Chunk, tid: u32) {}
// Linear attention by chunks: matrix work within a chunk, a state carried from chunk to chunk.
//
// A workgroup owns 4 * COLUMNS4 value columns of one state and walks the chunks of a segment of the sequence,
// or of all of it. Without OUTPUTS it only finds what the segment makes of the state; without VALUES too, all
// values are 0. With G the running sums of log decays in a chunk, S the state before it and U its updates:
//   O = (Q K^T o exp(G_i - G_j))_{j <= i} U + (Q o exp(G)) S
//   S' = exp(G_last) S + (K o exp(G_last - G))^T U
// The updates are the values, or solve a triangular system: for the delta rule (Yang et al., the UT
// form)
//   U = (I + M)^-1 B (V - (K o exp(G)) S),  M_ij = beta_i (k_i . k_j) exp(G_i - G_j), j < i,
// solved by blocks of 8 rows, so that W = (I + M)^-1 B (K o exp(G)) is never formed.
//
// A rank-one rule has twice as many sources: behind the keys, whose updates are the values, stand the
// rows b that it writes, whose updates are e_i = S_{i-1}^T a_i. With H_i = G_{i-1}
//   E = (I - M)^-1 ((A o exp(H)) S + P V),  M_ij = (a_i . b_j) exp(H_i - G_j), P_ij alike with k_j.
// With momentum `momentum.wgsl` says what stands for the decays.
//
// A thread computes tiles of ROWS x COLUMNS vec4.
//
// Constants: WORKGROUP, CHUNK, SOURCES, COLUMNS4, ROWS (4 or 8), WIDTH, OUTPUTS, VALUES, QK_DIM, V_DIM,
// STATE_COLUMNS and those of the problem.

const QK_PAD: u32 = (QK_DIM + 7u) / 8u * 8u;
const CHUNK4: u32 = CHUNK / 4u;
// The first of the updates that a rule corrects.
const OWN: u32 = (SOURCES - 1u) * CHUNK;
const CORRECTED: bool = DELTA || MOMENTUM || RANK_ONE;
const TILES_ACROSS: u32 = COLUMNS4 / WIDTH;
// Whether a row of tiles is one a thread: then all threads load keys, queries and weights at the same
// place, in loops that end for all at once, and a processor loads them once.
const OWNED: bool = WORKGROUP == TILES_ACROSS;
const ACROSS: u32 = select(TILES_ACROSS, 1u, OWNED);
const STEP: u32 = select(WORKGROUP, 1u, OWNED);
fn first_tile(tid: u32) -> u32 { return select(tid, 0u, OWNED); }
fn across_of(tile: u32, tid: u32) -> u32 { return select(tile % TILES_ACROSS, tid, OWNED); }
// Pairs need factors of their own, not only one a row and one a column.
const PAIRWISE: bool = DECAY_CHANNEL || BONUS;

var<workgroup> s_tile: array<vec4<f32>, QK_PAD * COLUMNS4>;
var<workgroup> u_tile: array<vec4<f32>, SOURCES * CHUNK * COLUMNS4>;
var<workgroup> a_tile: array<vec4<f32>, CHUNK * CHUNK4>;
// Outputs on their way from one source to the next.
var<workgroup> o_tile: array<vec4<f32>, OWN * COLUMNS4 + 1u>;
var<workgroup> z_tile: array<f32, QK_PAD>;
var<workgroup> norm: array<f32, CHUNK>;

fn load_updates(c: Chunk, tid: u32, first_column: u32) {
    for (var n = tid; n < SOURCES * CHUNK * COLUMNS4; n += WORKGROUP) {
        let t = n / COLUMNS4;
        var x = vec4<f32>(0.0);
        if VALUES && t < CHUNK && chunk_holds(c, t) {
            x = load_v4(v_at(c.b, c.h, chunk_token(c, t)), first_column + (n % COLUMNS4) * 4u);
        }
        u_tile[n] = x;
    }
}

// Sums of every query's products with all keys it sees.
fn sum_norms(c: Chunk, tid: u32, head: u32) {
    for (var i = tid; i < CHUNK; i += WORKGROUP) {
        let row = q_at(c.b, head, chunk_token(c, i));
        var sum = vec4<f32>(0.0);
        for (var d = 0u; d < QK_DIM; d += 4u) {
            let z = vec4<f32>(z_tile[d], z_tile[d + 1u], z_tile[d + 2u], z_tile[d + 3u]);
            sum += load_q4(row, d) * exp(reader_faded4(c, false, i, d)) * z;
        }
        for (var j = 0u; j < CHUNK4; j++) {
            sum += a_tile[i * CHUNK4 + j];
        }
        norm[i] = inverse(sum.x + sum.y + sum.z + sum.w + params.eps);
    }
}

// What rows of queries read from the state and from the updates of the first source.
fn read_first(c: Chunk, head: u32, i0: u32, across: u32) -> array<vec4<f32>, ROWS * WIDTH> {
    return weigh_updates(i0, across, 0u, i0 + ROWS, 0u, read_state(c, head, false, i0, across));
}

fn keep_outputs(c: Chunk, tid: u32, head: u32) {
    for (var tile = first_tile(tid); tile < (CHUNK / ROWS) * ACROSS; tile += STEP) {
        let i0 = (tile / ACROSS) * ROWS;
        let across = across_of(tile, tid);
        let sum = read_first(c, head, i0, across);
        for (var n = 0u; n < ROWS * WIDTH; n++) {
            o_tile[(i0 + n / WIDTH) * COLUMNS4 + across * WIDTH + n % WIDTH] = sum[n];
        }
    }
}

fn write_outputs(c: Chunk, tid: u32, head: u32, first_column: u32) {
    for (var tile = first_tile(tid); tile < (CHUNK / ROWS) * ACROSS; tile += STEP) {
        let i0 = (tile / ACROSS) * ROWS;
        let across = across_of(tile, tid);
        if !chunk_holds(c, i0) {
            continue;
        }
        var sum: array<vec4<f32>, ROWS * WIDTH>;
        if SOURCES > 1u {
            for (var n = 0u; n < ROWS * WIDTH; n++) {
                sum[n] = o_tile[(i0 + n / WIDTH) * COLUMNS4 + across * WIDTH + n % WIDTH];
            }
            sum = weigh_updates(i0, across, 0u, i0 + ROWS, OWN, sum);
        } else {
            sum = read_first(c, head, i0, across);
        }
        for (var r = 0u; r < ROWS; r++) {
            if chunk_holds(c, i0 + r) {
                let at = o_at(c.b, head, chunk_token(c, i0 + r));
                var factor = params.scale;
                if NORMALISE {
                    factor = norm[i0 + r];
                }
                for (var w = 0u; w < WIDTH; w++) {
                    store_o4(at, first_column + (across * WIDTH + w) * 4u, V_DIM, factor * sum[r * WIDTH + w]);
                }
            }
        }
    }
}

fn run(wid: vec3<u32>, tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS4 * 4u;
    id /= params.v_slices;
    let segment = id % params.segments;
    id /= params.segments;
    var c = chunk_of(id);
    let state = (c.b * params.kv_heads + c.h) * params.segments + segment;
    let state_base = state * QK_DIM * STATE_COLUMNS;
    let begin = segment * params.segment_len;
    let end = min(begin + params.segment_len, c.tokens);

    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        s_tile[n] = load_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u);
    }
    load_momentum(tid, state_base, first_column);
    if NORMALISE {
        for (var d = tid; d < QK_PAD; d += WORKGROUP) {
            z_tile[d] = 0.0;
            if d < QK_DIM {
                z_tile[d] = load_state(state_base + d * STATE_COLUMNS + V_DIM);
            }
        }
    }
    for (var first = begin; first < end; first += CHUNK) {
        c.first = first;
        load_updates(c, tid, first_column);
        open_chunk(c, tid);
        if CORRECTED {
            gram(c, tid, 0u, true, false);
        }
        workgroupBarrier();
        if CORRECTED {
            solve_updates(c, tid);
        }
        for (var g = 0u; g < select(0u, params.group, OUTPUTS); g++) {
            let head = c.h * params.group + g;
            gram(c, tid, head, false, false);
            workgroupBarrier();
            if SOURCES > 1u {
                keep_outputs(c, tid, head);
                workgroupBarrier();
                gram(c, tid, head, false, true);
                workgroupBarrier();
            }
            if NORMALISE {
                sum_norms(c, tid, head);
                workgroupBarrier();
            }
            write_outputs(c, tid, head, first_column);
            workgroupBarrier();
        }
        update_state(c, tid);
        if NORMALISE {
            update_norm(c, tid);
        }
        workgroupBarrier();
    }
    workgroupBarrier();

    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        store_state4(state_base, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u, s_tile[n]);
    }
    store_momentum(tid, state_base, first_column);
    if NORMALISE && first_column == 0u {
        for (var d = tid; d < QK_DIM; d += WORKGROUP) {
            store_state(state_base + d * STATE_COLUMNS + V_DIM, z_tile[d]);
        }
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
