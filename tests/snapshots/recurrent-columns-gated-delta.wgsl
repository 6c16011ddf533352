const WORKGROUP: u32 = 8u;
const PARTS: u32 = 1u;
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
// A thread has whole columns.
fn part_of(tid: u32) -> u32 { return 0u; }
fn across(x: Own) -> Own { return x; }
// A token's rows are read where they are needed: lanes of a processor share each load.
fn fetch(token: Token) {}
fn take() {}

fn key4(token: Token, n: u32) -> vec4<f32> { return load_k4(token.k, row_of(token.part, n)); }
fn query4(token: Token, n: u32) -> vec4<f32> { return load_q4(token.q, row_of(token.part, n)); }
fn value4(token: Token) -> vec4<f32> { return load_v4(token.v, token.column); }
fn removed4(token: Token, n: u32) -> vec4<f32> { return removal4(token.removal, row_of(token.part, n)); }
fn written4(token: Token, n: u32) -> vec4<f32> { return removal4(token.removal + QK_DIM, row_of(token.part, n)); }
fn rate(token: Token, n: u32) -> f32 { return load_beta(token.beta + n); }
fn decays4(token: Token, n: u32) -> vec4<f32> {
    if DECAY_CHANNEL {
        return channel_decays(token.decay, row_of(token.part, n));
    }
    return vec4<f32>(load_decay(token.decay));
}
// Linear attention token by token, whole rows of four columns of the state a thread, or every PARTS-th four
// of their rows: whole ones where invocations are the lanes of a processor. All of them take the same key,
// query and rates at the same time, each a single load there, and a thread's four columns share it; only
// values and outputs lie at places of their own. GPUs have no registers for whole columns: PARTS neighbours
// of a subgroup share four, and what spans them is summed by shuffles. Either way no thread waits for
// another. See recurrent.wgsl for devices without subgroup operations.
//
// How threads share columns: reduce/columns_*. When a token's rows are read: recurrence/rows_*.
//
// Loops over the state are written to unroll: an array is indexed by the very variable that counts to
// its length, and then it is no memory.
//
// Constants: WORKGROUP, PARTS, QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY, DECAY_CHANNEL, NORMALISE, BONUS,
// MOMENTUM, RANK_ONE.

const QK4: u32 = (QK_DIM + 3u) / 4u;
const ROWS4: u32 = (QK4 + PARTS - 1u) / PARTS;

// What a row has for a thread's columns, and four rows of them.
alias Own = vec4<f32>;
alias Rows = array<vec4<f32>, 4>;

struct State {
    s: array<Rows, ROWS4>,
    momentum: array<Rows, select(1u, ROWS4, MOMENTUM)>,
    // Sums of keys.
    z: array<vec4<f32>, ROWS4>,
}

// A token's rows, who asks for them, and for which columns.
struct Token { head: u32, q: u32, k: u32, v: u32, removal: u32, decay: u32, beta: u32, part: u32, column: u32 }

// The first of a thread's `n`-th four rows.
fn row_of(part: u32, n: u32) -> u32 {
    return (n * PARTS + part) * 4u;
}

fn token_of(b: u32, h: u32, i: u32, part: u32, column: u32) -> Token {
    let q = q_at(b, h * params.group, i);
    return Token(h, q, k_at(b, h, i), v_at(b, h, i), removal_at(b, h, i), decay_at(b, h, i), beta_at(b, h, i), part, column);
}

fn fades(s: vec4<f32>, x: vec4<f32>) -> vec4<f32> {
    if !DECAY {
        return s;
    }
    return fade_state(s, x);
}

// What the state holds for the key after it has faded; before it has with momentum, or for what a
// rank-one rule reads.
fn held(state: ptr<function, State>, token: Token) -> vec4<f32> {
    var sum = vec4<f32>(0.0);
    for (var n = 0u; n < ROWS4; n++) { // unroll
        var row = key4(token, n);
        if RANK_ONE {
            row = removed4(token, n);
        } else if DELTA && DECAY {
            row *= fade4(decays4(token, n));
        }
        for (var e = 0u; e < 4u; e++) { // unroll
            sum = fma(vec4<f32>(row[e]), (*state).s[n][e], sum);
        }
    }
    return across(sum);
}

// What a query reads: sums over a thread's rows of the state, over keys, and of its own key by the bonus.
struct Sums { o: vec4<f32>, keys: vec4<f32>, own: vec4<f32> }

fn add_rows(sums: ptr<function, Sums>, token: Token, q: vec4<f32>, n: u32, s: Rows, z: vec4<f32>) {
    if NORMALISE {
        (*sums).keys = fma(q, z, (*sums).keys);
    }
    if BONUS {
        (*sums).own = fma(q * bonus4(token.head, row_of(token.part, n)), key4(token, n), (*sums).own);
    }
    for (var e = 0u; e < 4u; e++) { // unroll
        (*sums).o = fma(vec4<f32>(q[e]), s[e], (*sums).o);
    }
}

// Takes the state over a token: `u` goes with its key, `removed` with what a rank-one rule writes.
// What its first query reads on the way: with a bonus before the token, else after it.
fn step(state: ptr<function, State>, token: Token, u: vec4<f32>, removed: vec4<f32>) -> Sums {
    var kept = 0.0;
    if MOMENTUM {
        kept = rate(token, 1u);
    }
    var sums: Sums;
    for (var n = 0u; n < ROWS4; n++) { // unroll
        let k = key4(token, n);
        let q = query4(token, n);
        let x = decays4(token, n);
        if BONUS {
            add_rows(&sums, token, q, n, (*state).s[n], (*state).z[n]);
        }
        if NORMALISE {
            (*state).z[n] = fades((*state).z[n], x) + k;
        }
        for (var e = 0u; e < 4u; e++) { // unroll
            var s = fades((*state).s[n][e], vec4<f32>(x[e]));
            if MOMENTUM {
                (*state).momentum[select(0u, n, MOMENTUM)][e] = fma(vec4<f32>(k[e]), u, kept * (*state).momentum[select(0u, n, MOMENTUM)][e]);
                s += (*state).momentum[select(0u, n, MOMENTUM)][e];
            } else {
                s = fma(vec4<f32>(k[e]), u, s);
            }
            if RANK_ONE {
                s = fma(vec4<f32>(written4(token, n)[e]), removed, s);
            }
            (*state).s[n][e] = s;
        }
        if !BONUS {
            add_rows(&sums, token, q, n, (*state).s[n], (*state).z[n]);
        }
    }
    return sums;
}

// Outputs of the token's queries `begin` to `end`: the first of all read `first`, the others read the
// state as it is. In a loop, for drivers move what a condition alone guards behind it: the sums that
// `step` takes on its way would become a walk of their own.
fn write_outputs(state: ptr<function, State>, token: Token, b: u32, i: u32, u: vec4<f32>, begin: u32, end: u32, first: Sums) {
    var sums = first;
    for (var g = begin; g < end; g++) {
        let head = token.head * params.group + g;
        if g > 0u {
            sums = Sums();
            for (var n = 0u; n < ROWS4; n++) { // unroll
                add_rows(&sums, token, load_q4(q_at(b, head, i), row_of(token.part, n)), n, (*state).s[n], (*state).z[n]);
            }
        }
        var o = across(sums.o);
        if BONUS {
            o = fma(total(sums.own), u, o);
        }
        var factor = params.scale;
        if NORMALISE {
            factor = inverse(total(sums.keys).x + params.eps);
        }
        if token.part == 0u {
            store_o4(o_at(b, head, i), token.column, V_DIM, factor * o);
        }
    }
}

// The sum of four numbers of all who share a column.
fn total(x: vec4<f32>) -> vec4<f32> {
    return across(vec4<f32>(x.x + x.y + x.z + x.w));
}

fn run(wid: vec3<u32>, tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let part = part_of(tid);
    let column = ((id % params.v_slices) * (WORKGROUP / PARTS) + tid / PARTS) * 4u;
    id /= params.v_slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    let base = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;

    var state: State;
    for (var n = 0u; n < ROWS4; n++) { // unroll
        let row = row_of(part, n);
        for (var e = 0u; e < 4u; e++) { // unroll
            state.s[n][e] = load_state4(base, row + e, column);
            if MOMENTUM {
                state.momentum[select(0u, n, MOMENTUM)][e] = load_state4(base + V_DIM, row + e, column);
            }
            if NORMALISE && row + e < QK_DIM {
                state.z[n][e] = load_state(base + (row + e) * STATE_COLUMNS + V_DIM);
            }
        }
    }

    let tokens = token_count(b);
    let queries = select(0u, params.group, params.outputs != 0u);
    if tokens > 0u {
        fetch(token_of(b, h, token_at(b, h, 0u, tokens), part, column));
    }
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        let token = token_of(b, h, i, part, column);
        take();
        if t + 1u < tokens {
            fetch(token_of(b, h, token_at(b, h, t + 1u, tokens), part, column));
        }
        var u = value4(token);
        var removed = vec4<f32>(0.0);
        if RANK_ONE {
            removed = held(&state, token);
        }
        if DELTA || MOMENTUM {
            u = rate(token, 0u) * (u - held(&state, token));
        }
        if BONUS {
            write_outputs(&state, token, b, i, u, 1u, queries, Sums());
        }
        let sums = step(&state, token, u, removed);
        write_outputs(&state, token, b, i, u, 0u, select(queries, min(queries, 1u), BONUS), sums);
    }

    for (var n = 0u; n < ROWS4; n++) { // unroll
        let row = row_of(part, n);
        for (var e = 0u; e < 4u; e++) { // unroll
            store_state4(base, row + e, column, state.s[n][e]);
            if MOMENTUM {
                store_state4(base + V_DIM, row + e, column, state.momentum[select(0u, n, MOMENTUM)][e]);
            }
            if NORMALISE && column == 0u && row + e < QK_DIM {
                store_state(base + (row + e) * STATE_COLUMNS + V_DIM, state.z[n][e]);
            }
        }
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
