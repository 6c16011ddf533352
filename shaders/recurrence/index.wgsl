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
