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
    for (var n = 0u; n < PIECE; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
            let along = along_of(lane, n) + e;
            if along < ALONG {
                (*s)[n][e] = load_own(base, along, lane.own);
            }
        }
    }
}

fn store_piece(s: ptr<function, Piece>, base: u32, lane: Lane) {
    for (var n = 0u; n < PIECE; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
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
    for (var n = 0u; n < PIECE; n++) { // unroll
        var x = vec4<f32>(0.0);
        if DECAY_CHANNEL {
            x = decays4(at, along_of(lane, n), lane.own);
        } else {
            x = vec4<f32>(load_decay(at));
        }
        for (var e = 0u; e < 4u; e++) { // unroll
            (*s)[n][e] = own_of(fade_state(four_of((*s)[n][e]), four_of(decay_of(x, e))));
        }
    }
}

// Its product with the row at `at` of what goes along it.
fn product(s: ptr<function, Piece>, lane: Lane, which: u32, at: u32) -> Own {
    var sum = Own(0.0);
    for (var n = 0u; n < PIECE; n++) { // unroll
        let x = along4(which, at, along_of(lane, n));
        for (var e = 0u; e < 4u; e++) { // unroll
            sum = fma(Own(x[e]), (*s)[n][e], sum);
        }
    }
    return across(sum);
}

// Adds that row, times `factor`.
fn add(s: ptr<function, Piece>, lane: Lane, which: u32, at: u32, factor: Own) {
    for (var n = 0u; n < PIECE; n++) { // unroll
        let x = along4(which, at, along_of(lane, n));
        for (var e = 0u; e < 4u; e++) { // unroll
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
