// Places and decays of the tokens of a chunk.

// Sequence, head of keys, tokens of the sequence, first step of the chunk.
struct Chunk { b: u32, h: u32, tokens: u32, first: u32 }

// Steps past the end stand for the last token: their updates are zeros, and their running
// sums of decays are the chunk's.
fn chunk_token(c: Chunk, t: u32) -> u32 {
    return token_at(c.b, c.h, min(c.first + t, c.tokens - 1u), c.tokens);
}
fn chunk_holds(c: Chunk, t: u32) -> bool { return c.first + t < c.tokens; }
fn key_row(c: Chunk, t: u32) -> u32 { return k_at(c.b, c.h, chunk_token(c, t)); }

// Running sum of log decays up to and with step `t`, the same for all channels.
fn faded(c: Chunk, t: u32) -> f32 {
    return decay_element(decay_at(c.b, c.h, chunk_token(c, t)));
}
fn faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    let at = decay_at(c.b, c.h, chunk_token(c, t));
    var r = vec4<f32>(0.0);
    if d < QK_DIM { r.x = decay_element(at + d); }
    if d + 1u < QK_DIM { r.y = decay_element(at + d + 1u); }
    if d + 2u < QK_DIM { r.z = decay_element(at + d + 2u); }
    if d + 3u < QK_DIM { r.w = decay_element(at + d + 3u); }
    return r;
}

// What a query at step `t` sees of the state before the chunk: with a bonus the state before
// its own token.
fn query_faded(c: Chunk, t: u32) -> f32 {
    if !DECAY { return 0.0; }
    if !BONUS { return faded(c, t); }
    if t == 0u { return 0.0; }
    return faded(c, t - 1u);
}
fn query_faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(query_faded(c, t)); }
    if !BONUS { return faded4(c, t, d); }
    if t == 0u { return vec4<f32>(0.0); }
    return faded4(c, t - 1u, d);
}
fn key_faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(faded(c, t)); }
    return faded4(c, t, d);
}

fn bonus4(h: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = bonus_element(h * QK_DIM + d + n);
        }
    }
    return r;
}
