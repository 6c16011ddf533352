// A token's rows are read where they are needed: lanes of a processor share each load.
fn fetch(token: Token) {}
fn take() {}

fn key4(token: Token, n: u32) -> vec4<f32> { return load_k4(token.k, row_of(token.part, n)); }
fn query4(token: Token, n: u32) -> vec4<f32> { return load_q4(token.q, row_of(token.part, n)); }
fn value4(token: Token) -> vec4<f32> { return load_v4(token.v, token.column); }
fn removed4(token: Token, n: u32) -> vec4<f32> { return removal4(token.removal, row_of(token.part, n)); }
fn written4(token: Token, n: u32) -> vec4<f32> { return removal4(token.removal + QK_DIM, row_of(token.part, n)); }
fn rate(token: Token, n: u32) -> f32 { return load_beta(token.beta + n); }
fn decays4(token: Token, n: u32) -> vec4<f32> {
    if DECAY_CHANNEL {
        return channel_decays(token.decay, row_of(token.part, n));
    }
    return vec4<f32>(load_decay(token.decay));
}
