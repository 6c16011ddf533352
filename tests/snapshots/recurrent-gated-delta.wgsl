const WORKGROUP: u32 = 64u;
const COLUMNS: u32 = 32u;
const PARTS: u32 = 2u;
const KEYS4: u32 = 8u;
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
@group(0) @binding(3) var<storage, read> v: array<f32>;
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
// One element.
fn load_v(at: u32) -> f32 { return f32(v[at]); }
// Four elements of a row that starts at element `base`, at any alignment; 0 past the end.
fn load_v4(base: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    if d < V_DIM { r.x = load_v(base + d); }
    if d + 1u < V_DIM { r.y = load_v(base + d + 1u); }
    if d + 2u < V_DIM { r.z = load_v(base + d + 2u); }
    if d + 3u < V_DIM { r.w = load_v(base + d + 3u); }
    return r;
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
// Linear attention token by token: the decode path, and the first truth of the chunked kernels.
//
// A workgroup owns COLUMNS value columns of one state. PARTS threads share a column; each keeps
// KEYS4 * 4 of its rows in registers. What spans a column (S^T k, S^T q) is summed through
// workgroup memory, in two alternating halves so that one barrier a sum is enough.
//
// Constants: WORKGROUP = COLUMNS * PARTS, KEYS4, QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY,
// DECAY_CHANNEL, NORMALISE, BONUS, MOMENTUM, RANK_ONE.

var<workgroup> sums: array<f32, 2u * WORKGROUP>;
var<workgroup> norms: array<f32, 2u * WORKGROUP>;

fn column_sum(half: u32, column: u32) -> f32 {
    var sum = 0.0;
    for (var p = 0u; p < PARTS; p++) {
        sum += sums[half * WORKGROUP + p * COLUMNS + column];
    }
    return sum;
}

fn norm_sum(half: u32) -> f32 {
    var sum = 0.0;
    for (var p = 0u; p < PARTS; p++) {
        sum += norms[half * WORKGROUP + p * COLUMNS];
    }
    return sum;
}

// Four rows of one column of the state; 0 past the end.
fn load_state4(base: u32, d: u32, column: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_state(base + (d + n) * STATE_COLUMNS + column);
        }
    }
    return r;
}

fn store_state4(base: u32, d: u32, column: u32, x: vec4<f32>) {
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            store_state(base + (d + n) * STATE_COLUMNS + column, x[n]);
        }
    }
}

fn run(wid: vec3<u32>, tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS;
    id /= params.v_slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;

    let column = first_column + tid % COLUMNS;
    let own = column < V_DIM;
    let d0 = (tid / COLUMNS) * KEYS4 * 4u;
    let state_base = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;

    var s: array<vec4<f32>, KEYS4>;
    var z: array<vec4<f32>, KEYS4>;
    var momentum: array<vec4<f32>, KEYS4>;
    for (var n = 0u; n < KEYS4; n++) {
        s[n] = vec4<f32>(0.0);
        z[n] = vec4<f32>(0.0);
        momentum[n] = vec4<f32>(0.0);
        if own {
            s[n] = load_state4(state_base, d0 + n * 4u, column);
            if MOMENTUM {
                momentum[n] = load_state4(state_base, d0 + n * 4u, V_DIM + column);
            }
        }
        if NORMALISE {
            z[n] = load_state4(state_base, d0 + n * 4u, V_DIM);
        }
    }

    var half = 0u;
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        let k_row = k_at(b, h, i);
        let v_row = v_at(b, h, i);
        var u = 0.0;
        if own {
            u = load_v4(v_row, column)[0];
        }

        var before: array<vec4<f32>, KEYS4>;
        if BONUS {
            before = s;
        }
        // What the state holds for the key, or for what a rank-one rule reads, before the decay.
        var before_decay = 0.0;
        let removal_row = removal_at(b, h, i);
        if MOMENTUM || RANK_ONE {
            var held = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                if RANK_ONE {
                    held += s[n] * removal4(removal_row, d0 + n * 4u);
                } else {
                    held += s[n] * load_k4(k_row, d0 + n * 4u);
                }
            }
            sums[half * WORKGROUP + tid] = held.x + held.y + held.z + held.w;
            workgroupBarrier();
            before_decay = column_sum(half, tid % COLUMNS);
            half = 1u - half;
        }
        if DECAY {
            let fade_at = decay_at(b, h, i);
            var x = vec4<f32>(load_decay(fade_at));
            for (var n = 0u; n < KEYS4; n++) {
                if DECAY_CHANNEL {
                    x = channel_decays(fade_at, d0 + n * 4u);
                }
                s[n] = fade_state(s[n], x);
                z[n] = fade_state(z[n], x);
            }
        }
        if DELTA {
            var held = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                held += s[n] * load_k4(k_row, d0 + n * 4u);
            }
            sums[half * WORKGROUP + tid] = held.x + held.y + held.z + held.w;
            workgroupBarrier();
            u = load_beta(beta_at(b, h, i)) * (u - column_sum(half, tid % COLUMNS));
            half = 1u - half;
        }
        var kept = 0.0;
        if MOMENTUM {
            u = load_beta(beta_at(b, h, i)) * (u - before_decay);
            kept = load_beta(beta_at(b, h, i) + 1u);
        }
        for (var n = 0u; n < KEYS4; n++) {
            let k4 = load_k4(k_row, d0 + n * 4u);
            if MOMENTUM {
                momentum[n] = kept * momentum[n] + k4 * u;
                s[n] += momentum[n];
            } else {
                s[n] += k4 * u;
            }
            if RANK_ONE {
                s[n] += removal4(removal_row + QK_DIM, d0 + n * 4u) * before_decay;
            }
            z[n] += k4;
            if BONUS {
                before[n] += bonus4(h, d0 + n * 4u) * k4 * u;
            }
        }

        for (var g = 0u; g < select(0u, params.group, params.outputs != 0u); g++) {
            let head = h * params.group + g;
            let q_row = q_at(b, head, i);
            var sum = vec4<f32>(0.0);
            var norm = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                let q4 = load_q4(q_row, d0 + n * 4u);
                if BONUS {
                    sum += q4 * before[n];
                } else {
                    sum += q4 * s[n];
                }
                norm += q4 * z[n];
            }
            sums[half * WORKGROUP + tid] = sum.x + sum.y + sum.z + sum.w;
            if NORMALISE {
                norms[half * WORKGROUP + tid] = norm.x + norm.y + norm.z + norm.w;
            }
            workgroupBarrier();
            if tid * 4u < COLUMNS {
                var factor = params.scale;
                if NORMALISE {
                    factor = inverse(norm_sum(half) + params.eps);
                }
                var r = vec4<f32>(0.0);
                for (var n = 0u; n < 4u; n++) {
                    r[n] = factor * column_sum(half, tid * 4u + n);
                }
                store_o4(o_at(b, head, i), first_column + tid * 4u, V_DIM, r);
            }
            half = 1u - half;
        }
    }

    for (var n = 0u; n < KEYS4; n++) {
        if own {
            store_state4(state_base, d0 + n * 4u, column, s[n]);
            if MOMENTUM {
                store_state4(state_base, d0 + n * 4u, V_DIM + column, momentum[n]);
            }
        }
        if NORMALISE && column == 0u {
            store_state4(state_base, d0 + n * 4u, V_DIM, z[n]);
        }
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
