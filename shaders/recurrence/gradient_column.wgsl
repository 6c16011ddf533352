// A column of a state in a thread's registers, four rows at once, 0 past the last.
//
// Constants: QK_DIM, STATE_COLUMNS, DECAY, DECAY_CHANNEL.

const QK4: u32 = (QK_DIM + 3u) / 4u;

// Drivers write loops out that index an array by the variable that counts to its length, so that it needs
// no memory. No registers hold long ones, and to write those out would take minutes.
alias Column = array<vec4<f32>, QK4 + select(0u, 1u, QK4 > 32u)>;

fn load_column(s: ptr<function, Column>, base: u32, column: u32) {
    for (var n = 0u; n < QK4; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
            if n * 4u + e < QK_DIM {
                (*s)[n][e] = load_state(base + (n * 4u + e) * STATE_COLUMNS + column);
            }
        }
    }
}

fn store_column(s: ptr<function, Column>, base: u32, column: u32) {
    for (var n = 0u; n < QK4; n++) { // unroll
        for (var e = 0u; e < 4u; e++) { // unroll
            if n * 4u + e < QK_DIM {
                store_state(base + (n * 4u + e) * STATE_COLUMNS + column, (*s)[n][e]);
            }
        }
    }
}

// Fades it by the decays at `at`.
fn fade_column(s: ptr<function, Column>, at: u32) {
    if DECAY_CHANNEL {
        for (var n = 0u; n < QK4; n++) { // unroll
            (*s)[n] = fade_state((*s)[n], channel_decays(at, n * 4u));
        }
    } else if DECAY {
        let x = vec4<f32>(decay_element(at));
        for (var n = 0u; n < QK4; n++) { // unroll
            (*s)[n] = fade_state((*s)[n], x);
        }
    }
}

// Its product with the key of the row at `k`.
fn held(s: ptr<function, Column>, k: u32) -> f32 {
    var sum = vec4<f32>(0.0);
    for (var n = 0u; n < QK4; n++) { // unroll
        sum = fma(load_k4(k, n * 4u), (*s)[n], sum);
    }
    return sum4(sum);
}

// Adds the key of the row at `k`, times `x`.
fn add_key(s: ptr<function, Column>, k: u32, x: f32) {
    for (var n = 0u; n < QK4; n++) { // unroll
        (*s)[n] = fma(load_k4(k, n * 4u), vec4<f32>(x), (*s)[n]);
    }
}
