// A token's rows are read while the one before it is computed: few subgroups run where states are few, so
// that no others hide what loads take. What a rule does not have costs no register.
struct Fetched {
    q: array<vec4<f32>, ROWS4>,
    k: array<vec4<f32>, ROWS4>,
    decay: array<vec4<f32>, ROWS4>,
    removed: array<vec4<f32>, ROWS4>,
    written: array<vec4<f32>, ROWS4>,
    v: vec4<f32>,
    rates: vec2<f32>,
}

var<private> next: Fetched;
var<private> now: Fetched;

fn fetch(token: Token) {
    for (var n = 0u; n < ROWS4; n++) { // unroll
        let row = row_of(token.part, n);
        next.q[n] = load_q4(token.q, row);
        next.k[n] = load_k4(token.k, row);
        if DECAY_CHANNEL {
            next.decay[n] = channel_decays(token.decay, row);
        }
        if RANK_ONE {
            next.removed[n] = removal4(token.removal, row);
            next.written[n] = removal4(token.removal + QK_DIM, row);
        }
    }
    if DECAY && !DECAY_CHANNEL {
        next.decay[0] = vec4<f32>(load_decay(token.decay));
    }
    next.v = load_v4(token.v, token.column);
    if DELTA || MOMENTUM {
        next.rates.x = load_beta(token.beta);
    }
    if MOMENTUM {
        next.rates.y = load_beta(token.beta + 1u);
    }
}
fn take() { now = next; }

fn key4(token: Token, n: u32) -> vec4<f32> { return now.k[n]; }
fn query4(token: Token, n: u32) -> vec4<f32> { return now.q[n]; }
fn value4(token: Token) -> vec4<f32> { return now.v; }
fn removed4(token: Token, n: u32) -> vec4<f32> { return now.removed[n]; }
fn written4(token: Token, n: u32) -> vec4<f32> { return now.written[n]; }
fn rate(token: Token, n: u32) -> f32 { return now.rates[n]; }
fn decays4(token: Token, n: u32) -> vec4<f32> { return now.decay[select(0u, n, DECAY_CHANNEL)]; }
