// A row of a state in a thread's registers, four columns at once, 0 past the last.
//
// Constants: V_DIM, STATE_COLUMNS, DECAY, DECAY_CHANNEL.

const V4: u32 = (V_DIM + 3u) / 4u;

// Drivers write loops out that index an array by the variable that counts to its length, so that it needs
// no memory. No registers hold long ones, and to write those out would take minutes.
alias Row = array<vec4<f32>, V4 + select(0u, 1u, V4 > 32u)>;

fn load_row(s: ptr<function, Row>, base: u32) {
    for (var n = 0u; n < V4; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
            if n * 4u + e < V_DIM {
                (*s)[n][e] = load_state(base + n * 4u + e);
            }
        }
    }
}

fn store_row(s: ptr<function, Row>, base: u32) {
    for (var n = 0u; n < V4; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
            if n * 4u + e < V_DIM {
                store_state(base + n * 4u + e, (*s)[n][e]);
            }
        }
    }
}

// Fades row `row` by the decays at `at`.
fn fade_row(s: ptr<function, Row>, at: u32, row: u32) {
    if DECAY {
        let x = vec4<f32>(decay_element(at + select(0u, row, DECAY_CHANNEL)));
        for (var n = 0u; n < V4; n++) { // unroll
            (*s)[n] = fade_state((*s)[n], x);
        }
    }
}

// Its product with the kept values at `at`.
fn with_kept(s: ptr<function, Row>, at: u32) -> f32 {
    var sum = vec4<f32>(0.0);
    for (var n = 0u; n < V4; n++) { // unroll
        sum = fma(kept4(at, n * 4u), (*s)[n], sum);
    }
    return sum4(sum);
}

// Adds the kept values at `at`, times `x`.
fn add_kept(s: ptr<function, Row>, at: u32, x: f32) {
    for (var n = 0u; n < V4; n++) { // unroll
        (*s)[n] = fma(kept4(at, n * 4u), vec4<f32>(x), (*s)[n]);
    }
}
