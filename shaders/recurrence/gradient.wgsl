// Where the rows of a token lie for the gradient of a recurrence, and what is kept of it between walks.
//
// Constants: QK_DIM, V_DIM, DELTA, DECAY_TOKEN (the decays of tokens have gradients).

// Columns of a row of `kept`: what the token adds to the state (by the delta rule before its rate),
// the gradient by that, the key's gradient through what the state held for it, the gradient by the
// decay (before the last walk what the token adds to it), and the rate. Each where there is such a thing.
const UPDATE: u32 = 0u;
const UPDATE_BACK: u32 = V_DIM;
const KEY_BACK: u32 = select(V_DIM, 2u * V_DIM, DELTA);
const FADE_BACK: u32 = KEY_BACK + select(0u, QK_DIM, DELTA);
const RATE: u32 = FADE_BACK + select(0u, QK_DIM, DECAY_TOKEN);

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

// Four values of a kept row that begins at `at`, 0 past the last.
fn kept4(at: u32, d: u32) -> vec4<f32> {
    if V_DIM % 4u == 0u {
        return vec4<f32>(kept[at + d], kept[at + d + 1u], kept[at + d + 2u], kept[at + d + 3u]);
    }
    var r = vec4<f32>(kept[at + d], 0.0, 0.0, 0.0);
    if d + 1u < V_DIM { r.y = kept[at + d + 1u]; }
    if d + 2u < V_DIM { r.z = kept[at + d + 2u]; }
    if d + 3u < V_DIM { r.w = kept[at + d + 3u]; }
    return r;
}

// Rate of a token whose kept row begins at `at`.
fn rate_of(at: u32) -> f32 {
    if DELTA {
        return kept[at + RATE];
    }
    return 1.0;
}

fn sum4(x: vec4<f32>) -> f32 { return x.x + x.y + x.z + x.w; }
