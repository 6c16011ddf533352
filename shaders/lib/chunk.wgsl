// Places and decays of the tokens of a chunk.

// Sequence, head of keys, tokens of the sequence, first step of the chunk.
struct Chunk { b: u32, h: u32, tokens: u32, first: u32 }

// The first chunk of a state.
fn chunk_of(state: u32) -> Chunk {
    let b = params.batch_base + state / params.kv_head_count;
    return Chunk(b, params.kv_head_base + state % params.kv_head_count, token_count(b), 0u);
}

// Steps past the end stand for the last token: their updates are zeros, and their running
// sums of decays are the chunk's.
fn chunk_token(c: Chunk, t: u32) -> u32 {
    return token_at(c.b, c.h, min(c.first + t, c.tokens - 1u), c.tokens);
}
fn chunk_holds(c: Chunk, t: u32) -> bool { return c.first + t < c.tokens; }
fn key_row(c: Chunk, t: u32) -> u32 { return k_at(c.b, c.h, chunk_token(c, t)); }

// Running sum of log decays up to and with step `t`, the same for all channels.
fn faded(c: Chunk, t: u32) -> f32 {
    return load_decay(decay_at(c.b, c.h, chunk_token(c, t)));
}
fn faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    return channel_decays(decay_at(c.b, c.h, chunk_token(c, t)), d);
}

// What reads the state: the queries of a head, or the keys (a rank-one rule's own rows) by which a
// rule corrects itself. With a bonus a query reads the state before its own token; momentum and
// rank-one rules correct by that state before it fades.
fn reads_before(corrects: bool) -> bool { return select(BONUS, MOMENTUM || RANK_ONE, corrects); }
fn reader_row(c: Chunk, head: u32, corrects: bool, t: u32) -> u32 {
    let i = chunk_token(c, t);
    if !corrects { return q_at(c.b, head, i); }
    if RANK_ONE { return removal_at(c.b, c.h, i); }
    return k_at(c.b, c.h, i);
}
fn reader4(row: u32, corrects: bool, d: u32) -> vec4<f32> {
    if !corrects { return load_q4(row, d); }
    if RANK_ONE { return removal4(row, d); }
    return load_k4(row, d);
}
fn reader_faded(c: Chunk, corrects: bool, t: u32) -> f32 {
    if !DECAY { return 0.0; }
    if !reads_before(corrects) { return faded(c, t); }
    if t == 0u { return 0.0; }
    return faded(c, t - 1u);
}
fn reader_faded4(c: Chunk, corrects: bool, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(reader_faded(c, corrects, t)); }
    if !reads_before(corrects) { return faded4(c, t, d); }
    if t == 0u { return vec4<f32>(0.0); }
    return faded4(c, t - 1u, d);
}

// What writes to the state: keys, and behind them what a rank-one rule writes.
fn source_row(c: Chunk, written: bool, t: u32) -> u32 {
    if written { return removal_at(c.b, c.h, chunk_token(c, t)) + QK_DIM; }
    return key_row(c, t);
}
fn source4(row: u32, written: bool, d: u32) -> vec4<f32> {
    if written { return removal4(row, d); }
    return load_k4(row, d);
}
fn key_faded4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    if !DECAY { return vec4<f32>(0.0); }
    if !DECAY_CHANNEL { return vec4<f32>(faded(c, t)); }
    return faded4(c, t, d);
}
