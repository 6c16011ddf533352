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
