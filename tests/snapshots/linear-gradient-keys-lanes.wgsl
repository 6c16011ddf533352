const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const DELTA: bool = true;
const MOMENTUM: bool = false;
const RANK_ONE: bool = false;
const DECAY: bool = true;
const DECAY_CHANNEL: bool = false;
const NORMALISE: bool = false;
const BONUS: bool = false;
const WORKGROUP: u32 = 64u;
const DECAY_TOKEN: bool = true;
const STATE_COLUMNS: u32 = 65u;
const PARTS: u32 = 8u;
alias OutElem = f32;
struct Params {
    groups: u32,
    grid_x: u32,
    slices: u32,
    group: u32,
    batch: u32,
    batch_base: u32,
    kv_head_base: u32,
    kv_head_count: u32,
    kv_heads: u32,
    sharing: u32,
    reverse_from: u32,
    len: u32,
    first: u32,
    whole: u32,
    total_len: u32,
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
    kept_offset: u32,
    kept_batch: u32,
    kept_head: u32,
    kept_row: u32,
    scale: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> q: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> k: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> v: array<vec4<f32>>;
@group(0) @binding(4) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(5) var<storage, read> decay: array<f32>;
@group(0) @binding(6) var<storage, read_write> kept: array<vec4<f32>>;
@group(0) @binding(7) var<storage, read_write> state_out: array<f32>;
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
// What is not given is one.
fn load_beta(at: u32) -> f32 { return 1.0; }
// The state is updated in place.
fn load_state(at: u32) -> f32 { return state_out[at]; }
// Keeps the last state.
fn store_state(at: u32, x: f32) { state_out[at] = x; }
// What is not given is zero.
fn load_ends(at: u32) -> f32 { return 0.0; }
// Every sequence has the full length.
fn token_start(b: u32) -> u32 { return 0u; }
fn token_count(b: u32) -> u32 { return params.len; }
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// Every sequence has the full length, in all pieces together.
fn whole_count(b: u32) -> u32 { return params.whole; }
// What is not given is zero.
fn load_bonus(at: u32) -> f32 { return 0.0; }
// What is not given is zero.
fn load_removal(at: u32) -> f32 { return 0.0; }
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
// Where the rows of a token lie for the gradient of a recurrence, and what is kept of it between walks.
//
// Constants: QK_DIM, V_DIM, DELTA, DECAY_TOKEN (the decays of tokens have gradients).

// Columns of a row of `kept`: what the token adds to the state (by the delta rule before its rate), the
// gradient by that, the key's gradient through what the state held for it, the gradient by the decay (before
// the last walk what the token adds to it), and the rate. Each where there is such a thing, and from a
// multiple of four on.
const VALUES: u32 = (V_DIM + 3u) / 4u * 4u;
const ROWS: u32 = (QK_DIM + 3u) / 4u * 4u;
const UPDATE: u32 = 0u;
const UPDATE_BACK: u32 = VALUES;
const KEY_BACK: u32 = select(VALUES, 2u * VALUES, DELTA);
const FADE_BACK: u32 = KEY_BACK + select(0u, ROWS, DELTA);
const RATE: u32 = FADE_BACK + select(0u, ROWS, DECAY_TOKEN);

// Token that a walk visits at step `t` of `n`.
fn token_at(b: u32, t: u32, n: u32) -> u32 {
    return token_start(b) + select(t, n - 1u - t, params.reverse_from == 0u);
}
fn q_at(b: u32, h: u32, i: u32) -> u32 {
    return params.q_offset + b * params.q_batch + h * params.q_head + i * params.q_row;
}
fn k_at(b: u32, h: u32, i: u32) -> u32 {
    return params.k_offset + b * params.k_batch + h * params.k_head + i * params.k_row;
}
fn v_at(b: u32, h: u32, i: u32) -> u32 {
    return params.v_offset + b * params.v_batch + h * params.v_head + i * params.v_row;
}
fn o_at(b: u32, h: u32, i: u32) -> u32 {
    return params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
}
fn decay_at(b: u32, h: u32, i: u32) -> u32 {
    return params.decay_offset + b * params.decay_batch + h * params.decay_head + i * params.decay_row;
}
fn beta_at(b: u32, h: u32, i: u32) -> u32 {
    return params.beta_offset + b * params.beta_batch + h * params.beta_head + i * params.beta_row;
}
fn kept_at(b: u32, h: u32, i: u32) -> u32 {
    return params.kept_offset + b * params.kept_batch + h * params.kept_head + i * params.kept_row;
}
// Threads own rows of a state: what goes along them are gradients by outputs, which `v` stands for, and
// what walks before kept of values.
const ALONG: u32 = V_DIM;
const OWNED: u32 = QK_DIM;

// Element of the state of a column, that begins at `base`.
fn element_at(base: u32, along: u32, own: u32) -> u32 { return base + own * STATE_COLUMNS + along; }

const KEPT: u32 = 0u;
const GIVEN: u32 = 1u;

// Four elements of the row of such a thing that begins at `at`, 0 past the last.
fn along4(which: u32, at: u32, d: u32) -> vec4<f32> {
    if which == GIVEN {
        return load_v4(at, d);
    }
    var r = vec4<f32>(0.0);
    if d < V_DIM {
        r = kept4(at + d);
    }
    if V_DIM % 4u != 0u {
        r = select(vec4<f32>(0.0), r, d + vec4<u32>(0u, 1u, 2u, 3u) < vec4<u32>(V_DIM));
    }
    return r;
}

// The product of what a token kept with the gradient by an output.
fn overlap(lane: Lane, given: u32, at: u32) -> Own {
    var sum = vec4<f32>(0.0);
    {
const n = 0u;
        let d = along_of(lane, n);
        sum = fma(along4(GIVEN, given, d), along4(KEPT, at, d), sum);
    }
{
const n = 1u;
        let d = along_of(lane, n);
        sum = fma(along4(GIVEN, given, d), along4(KEPT, at, d), sum);
    }
    return across(Own(sum.x + sum.y + sum.z + sum.w));
}

// Channels that rows fade by, and what all their elements do.
fn decays4(at: u32, along: u32, own: u32) -> vec4<f32> { return channel_decays(at, own); }
fn decay_of(x: vec4<f32>, e: u32) -> Own { return own_of(x); }
// Four columns, or rows, of a state a thread: it loads what goes with all of them once.
alias Own = vec4<f32>;
const WIDTH: u32 = 4u;
fn own_of(x: vec4<f32>) -> Own { return x; }
fn four_of(x: Own) -> vec4<f32> { return x; }

// Where its elements of a row end, for `store_o4`.
fn end_of(own: u32) -> u32 { return OWNED; }

// Of the rows that are kept between walks, which begin at multiples of four as all that stands in them does.
fn kept4(at: u32) -> vec4<f32> { return kept[at / 4u]; }
fn kept_own(at: u32) -> Own { return kept[at / 4u]; }
// The first of them: another walk may own one column a thread, and have written no more.
fn kept_first(at: u32) -> Own { return Own(kept[at / 4u].x); }
fn keep(at: u32, x: Own) { kept[at / 4u] = x; }
// PARTS neighbours of a subgroup share columns.
fn part_of(tid: u32) -> u32 { return tid % PARTS; }

// The sum over them, for all of them.
fn across(x: Own) -> Own {
    var r = x;
    for (var step = 1u; step < PARTS; step <<= 1u) {
        r += subgroupShuffleXor(r, step);
    }
    return r;
}
// What a thread keeps of a state: its own columns or rows, or where PARTS neighbours share those every
// PARTS-th four elements of them. No thread waits for another.
//
// How threads share: reduce/columns_*. What they own: gradient_column, gradient_row. How many: own_*.
//
// Constants: PARTS, WORKGROUP, STATE_COLUMNS, DECAY, DECAY_CHANNEL.

const ALONG4: u32 = (ALONG + 3u) / 4u;
const PIECE: u32 = (ALONG4 + PARTS - 1u) / PARTS;

// Drivers write loops out that index an array by the variable that counts to its length, so that it needs
// no memory. No registers hold long ones, and to write those out would take minutes.
alias Piece = array<array<Own, 4>, PIECE + select(0u, 1u, PIECE > 32u)>;

// The head of a thread's state, the first of its columns or rows, which part of them, and where the state
// begins.
struct Lane { h: u32, own: u32, part: u32, base: u32 }

// The sequence of a workgroup. Apart from what differs by thread, so that compilers see that all of its
// threads walk through as many tokens.
fn batch_of(group: u32) -> u32 { return params.batch_base + group / params.slices / params.kv_head_count; }

fn lane_of(group: u32, tid: u32) -> Lane {
    let h = params.kv_head_base + group / params.slices % params.kv_head_count;
    let state = batch_of(group) * params.kv_heads + h;
    let own = (group % params.slices * (WORKGROUP / PARTS) + tid / PARTS) * WIDTH;
    return Lane(h, own, part_of(tid), state * QK_DIM * STATE_COLUMNS);
}

// Whether it is this thread that writes what goes with its columns or rows.
fn writes(lane: Lane) -> bool { return lane.part == 0u && lane.own < OWNED; }

// The first of a thread's `n`-th four elements along.
fn along_of(lane: Lane, n: u32) -> u32 { return (n * PARTS + lane.part) * 4u; }

// Elements of a state that begins at `base`, 0 past its ends.
fn load_own(base: u32, along: u32, own: u32) -> Own {
    var r = vec4<f32>(0.0);
    for (var c = 0u; c < WIDTH; c++) {
        if own + c < OWNED {
            r[c] = load_state(element_at(base, along, own + c));
        }
    }
    return own_of(r);
}

fn store_state_own(base: u32, along: u32, own: u32, x: Own) {
    for (var c = 0u; c < WIDTH; c++) {
        if own + c < OWNED {
            store_state(element_at(base, along, own + c), four_of(x)[c]);
        }
    }
}

fn load_piece(s: ptr<function, Piece>, base: u32, lane: Lane) {
    {
const n = 0u;
        {
const e = 0u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 1u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 2u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 3u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
    }
{
const n = 1u;
        {
const e = 0u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 1u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 2u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
{
const e = 3u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
    }
}

fn store_piece(s: ptr<function, Piece>, base: u32, lane: Lane) {
    {
const n = 0u;
        {
const e = 0u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 1u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 2u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 3u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
    }
{
const n = 1u;
        {
const e = 0u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 1u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 2u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
{
const e = 3u;
            let along = along_of(lane, n) + e;
            if along < ALONG {
                store_state_own(base, along, lane.own, (*s)[n][e]);
            }
        }
    }
}

// Fades it by the decays at `at`. A walk of its own through the state, as the others are: on lavapipe one
// walk for all that a token does took 1.0 to 1.2 times the time.
fn fade_piece(s: ptr<function, Piece>, lane: Lane, at: u32) {
    if !DECAY {
        return;
    }
    {
const n = 0u;
        var x = vec4<f32>(0.0);
        if DECAY_CHANNEL {
            x = decays4(at, along_of(lane, n), lane.own);
        } else {
            x = vec4<f32>(load_decay(at));
        }
        {
const e = 0u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 1u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 2u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 3u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
    }
{
const n = 1u;
        var x = vec4<f32>(0.0);
        if DECAY_CHANNEL {
            x = decays4(at, along_of(lane, n), lane.own);
        } else {
            x = vec4<f32>(load_decay(at));
        }
        {
const e = 0u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 1u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 2u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
{
const e = 3u;
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
    }
}

// Its product with the row at `at` of what goes along it.
fn product(s: ptr<function, Piece>, lane: Lane, which: u32, at: u32) -> Own {
    var sum = Own(0.0);
    {
const n = 0u;
        let x = along4(which, at, along_of(lane, n));
        {
const e = 0u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 1u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 2u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 3u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
    }
{
const n = 1u;
        let x = along4(which, at, along_of(lane, n));
        {
const e = 0u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 1u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 2u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
{
const e = 3u;
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
    }
    return across(sum);
}

// Adds that row, times `factor`.
fn add(s: ptr<function, Piece>, lane: Lane, which: u32, at: u32, factor: Own) {
    {
const n = 0u;
        let x = along4(which, at, along_of(lane, n));
        {
const e = 0u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 1u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 2u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 3u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
    }
{
const n = 1u;
        let x = along4(which, at, along_of(lane, n));
        {
const e = 0u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 1u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 2u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
{
const e = 3u;
            (*s)[n][e] = fma(Own(x[e]), factor, (*s)[n][e]);
        }
    }
}

// Rate of a token whose kept row begins at `at`.
fn rate_of(at: u32) -> Own {
    if DELTA {
        return kept_first(at + RATE);
    }
    return Own(1.0);
}
// The last walk of the gradient of a recurrence, back: the gradient by the state once more, and by keys and
// decays. The gradient by a decay is the product of the states before it and behind it, which no walk has
// both: it is that by the next token's decay, and what this token's query and key change. Threads own rows;
// `v` stands for the gradient by the output.
//
// Constants: V_DIM, DELTA, DECAY_TOKEN.

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let b = batch_of(group);
    let lane = lane_of(group, tid);
    var s: Piece;
    load_piece(&s, lane.base, lane);
    var by_decay = Own(0.0);
    if DECAY_TOKEN {
        by_decay = load_own(lane.base, V_DIM, lane.own);
    }
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, lane.h, i);
        let k = own_of(load_k4(k_at(b, lane.h, i), lane.own));
        let rate = rate_of(row);
        // Through tokens behind this one, and through its own queries.
        let later = rate * product(&s, lane, KEPT, row + UPDATE);
        var own = Own(0.0);
        for (var g = 0u; g < params.group; g++) {
            let head = lane.h * params.group + g;
            let at = v_at(b, head, i);
            let q = params.scale * own_of(load_q4(q_at(b, head, i), lane.own));
            own = fma(q, overlap(lane, at, row + UPDATE), own);
            add(&s, lane, GIVEN, at, q);
        }
        var x = fma(rate, own, later);
        if DELTA {
            add(&s, lane, KEPT, row + UPDATE_BACK, -rate * k);
        }
        if writes(lane) {
            if DELTA {
                x += kept_own(row + KEY_BACK + lane.own);
            }
            store_o4(o_at(b, lane.h, i), lane.own, end_of(lane.own), four_of(x));
        }
        if DECAY_TOKEN && writes(lane) {
            // The product that it began with is that of the state before the last token's update.
            if params.first + t > 0u {
                by_decay -= k * later;
            }
            by_decay += kept_own(row + FADE_BACK + lane.own);
            keep(row + FADE_BACK + lane.own, by_decay);
        }
        fade_piece(&s, lane, decay_at(b, lane.h, i));
    }
    store_piece(&s, lane.base, lane);
    if DECAY_TOKEN && writes(lane) {
        store_state_own(lane.base, V_DIM, lane.own, by_decay);
    }
}
// Threads numbered along subgroups, so that the neighbours of a row share one whatever order the device puts
// its invocations in. On lavapipe, which finds a thread's place anew after every barrier, by a division a
// lane, such a number costs nothing.
var<private> lanes: u32;

@compute @workgroup_size(WORKGROUP)
fn main(
    @builtin(workgroup_id) wid: vec3<u32>,
    @builtin(subgroup_id) subgroup: u32,
    @builtin(subgroup_size) size: u32,
    @builtin(subgroup_invocation_id) lane: u32,
) {
    lanes = size;
    run(wid, subgroup * size + lane);
}
