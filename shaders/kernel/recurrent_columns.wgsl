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
