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
