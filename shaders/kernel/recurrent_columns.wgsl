// Linear attention token by token, whole columns of the state a thread: the form for devices whose
// invocations are the lanes of a processor. All of them take the same key, query and rates at the same
// time, each a single load there, and a thread's four columns share it; only values and outputs lie at
// places of their own. No thread waits for another. Few GPUs have the registers for a state: see
// recurrent.wgsl.
//
// Loops over the state are written to unroll: an array is indexed by the very variable that counts to
// its length, and then it is no memory.
//
// Constants: WORKGROUP (threads of four value columns), QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY,
// DECAY_CHANNEL, NORMALISE, BONUS, MOMENTUM, RANK_ONE.

const QK4: u32 = (QK_DIM + 3u) / 4u;

// Four rows of a thread's columns.
alias Rows = array<vec4<f32>, 4>;

struct State {
    s: array<Rows, QK4>,
    momentum: array<Rows, select(1u, QK4, MOMENTUM)>,
    // Sums of keys.
    z: array<vec4<f32>, QK4>,
}

// A token's rows.
struct Token { head: u32, k: u32, removal: u32, decay: u32, beta: u32 }

fn decays(token: Token, d: u32) -> vec4<f32> {
    if DECAY_CHANNEL {
        return channel_decays(token.decay, d);
    }
    return vec4<f32>(decay_element(token.decay));
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
    for (var n = 0u; n < QK4; n++) {
        var row = load_k4(token.k, n * 4u);
        if RANK_ONE {
            row = removal4(token.removal, n * 4u);
        } else if DELTA && DECAY {
            row *= fade4(decays(token, n * 4u));
        }
        for (var e = 0u; e < 4u; e++) {
            sum = fma(vec4<f32>(row[e]), (*state).s[n][e], sum);
        }
    }
    return sum;
}

// What a query reads: sums over a column of the state, over keys, and of its own key by the bonus.
struct Sums { o: vec4<f32>, keys: vec4<f32>, own: vec4<f32> }

fn add_rows(sums: ptr<function, Sums>, token: Token, q: vec4<f32>, n: u32, s: Rows, z: vec4<f32>) {
    if NORMALISE {
        (*sums).keys = fma(q, z, (*sums).keys);
    }
    if BONUS {
        (*sums).own = fma(q * bonus4(token.head, n * 4u), load_k4(token.k, n * 4u), (*sums).own);
    }
    for (var e = 0u; e < 4u; e++) {
        (*sums).o = fma(vec4<f32>(q[e]), s[e], (*sums).o);
    }
}

// Takes the state over a token: `u` goes with its key, `removed` with what a rank-one rule writes.
// What the query in row `q_row` reads on the way: with a bonus before the token, else after it.
fn step(state: ptr<function, State>, token: Token, q_row: u32, u: vec4<f32>, removed: vec4<f32>) -> Sums {
    var kept = 0.0;
    if MOMENTUM {
        kept = beta_element(token.beta + 1u);
    }
    var sums: Sums;
    for (var n = 0u; n < QK4; n++) {
        let k = load_k4(token.k, n * 4u);
        let q = load_q4(q_row, n * 4u);
        let x = decays(token, n * 4u);
        if BONUS {
            add_rows(&sums, token, q, n, (*state).s[n], (*state).z[n]);
        }
        if NORMALISE {
            (*state).z[n] = fades((*state).z[n], x) + k;
        }
        for (var e = 0u; e < 4u; e++) {
            var s = fades((*state).s[n][e], vec4<f32>(x[e]));
            if MOMENTUM {
                (*state).momentum[n][e] = fma(vec4<f32>(k[e]), u, kept * (*state).momentum[n][e]);
                s += (*state).momentum[n][e];
            } else {
                s = fma(vec4<f32>(k[e]), u, s);
            }
            if RANK_ONE {
                s = fma(vec4<f32>(removal4(token.removal + QK_DIM, n * 4u)[e]), removed, s);
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
fn write_outputs(state: ptr<function, State>, token: Token, b: u32, i: u32, column: u32, u: vec4<f32>, begin: u32, end: u32, first: Sums) {
    var sums = first;
    for (var g = begin; g < end; g++) {
        let head = token.head * params.group + g;
        if g > 0u {
            sums = Sums();
            for (var n = 0u; n < QK4; n++) {
                add_rows(&sums, token, load_q4(q_at(b, head, i), n * 4u), n, (*state).s[n], (*state).z[n]);
            }
        }
        if BONUS {
            sums.o = fma(vec4<f32>(sums.own.x + sums.own.y + sums.own.z + sums.own.w), u, sums.o);
        }
        var factor = params.scale;
        if NORMALISE {
            factor = inverse(sums.keys.x + sums.keys.y + sums.keys.z + sums.keys.w + params.eps);
        }
        store_o4(o_at(b, head, i), column, V_DIM, factor * sums.o);
    }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let column = ((id % params.v_slices) * WORKGROUP + tid) * 4u;
    id /= params.v_slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    let base = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;

    var state: State;
    for (var n = 0u; n < QK4; n++) {
        for (var e = 0u; e < 4u; e++) {
            state.s[n][e] = load_state4(base, n * 4u + e, column);
            if MOMENTUM {
                state.momentum[n][e] = load_state4(base + V_DIM, n * 4u + e, column);
            }
            if NORMALISE && n * 4u + e < QK_DIM {
                state.z[n][e] = load_state(base + (n * 4u + e) * STATE_COLUMNS + V_DIM);
            }
        }
    }

    let tokens = token_count(b);
    let queries = select(0u, params.group, params.outputs != 0u);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        let token = Token(h, k_at(b, h, i), removal_at(b, h, i), decay_at(b, h, i), beta_at(b, h, i));
        var u = load_v4(v_at(b, h, i), column);
        var removed = vec4<f32>(0.0);
        if RANK_ONE {
            removed = held(&state, token);
        }
        if DELTA || MOMENTUM {
            u = beta_element(token.beta) * (u - held(&state, token));
        }
        if BONUS {
            write_outputs(&state, token, b, i, column, u, 1u, queries, Sums());
        }
        let sums = step(&state, token, q_at(b, h * params.group, i), u, removed);
        write_outputs(&state, token, b, i, column, u, 0u, select(queries, min(queries, 1u), BONUS), sums);
    }

    for (var n = 0u; n < QK4; n++) {
        for (var e = 0u; e < 4u; e++) {
            store_state4(base, n * 4u + e, column, state.s[n][e]);
            if MOMENTUM {
                store_state4(base + V_DIM, n * 4u + e, column, state.momentum[n][e]);
            }
            if NORMALISE && column == 0u && n * 4u + e < QK_DIM {
                store_state(base + (n * 4u + e) * STATE_COLUMNS + V_DIM, state.z[n][e]);
            }
        }
    }
}
