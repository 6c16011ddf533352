// The second state of a rule with momentum, N_t = mu_t N_{t-1} + k_t u_t^T, S_t = a_t S_{t-1} + N_t.
//
// Within a chunk, with A_t and m_t the products of a and mu so far,
//   S_t = A_t S + n_t N + sum_{s <= t} c(t, s) k_s u_s^T,
//   c(t, s) = sum_{s <= r <= t} (A_t / A_r) (m_r / m_s) = a_t c(t-1, s) + m_t / m_s,
//   n_t = a_t n_{t-1} + m_t.
// No product is divided by: ratios are products of the factors between.
//
// Constants: KEPT4, vec4 of n of a step: of all channels, or one.

var<workgroup> m_tile: array<vec4<f32>, QK_PAD * COLUMNS4>;
var<workgroup> kept_tile: array<vec4<f32>, CHUNK * KEPT4>;
// By what the state fades at a step, of the first channel; how much of the momentum is kept.
var<workgroup> step_tile: array<vec2<f32>, CHUNK>;

fn keep(t: u32) -> f32 { return step_tile[t].y; }

// By what the state fades at step `t` alone.
fn step_fade4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    if !DECAY_CHANNEL { return vec4<f32>(step_tile[t].x); }
    return fade4(step_log4(c, t, d));
}
fn step_log4(c: Chunk, t: u32, d: u32) -> vec4<f32> {
    var before = vec4<f32>(0.0);
    if t > 0u {
        before = key_faded4(c, t - 1u, d);
    }
    return key_faded4(c, t, d) - before;
}

// n as rows at step `t` read it.
fn kept4(corrects: bool, t: u32, d: u32) -> vec4<f32> {
    if corrects && t == 0u {
        return vec4<f32>(0.0);
    }
    return kept_tile[(t - select(0u, 1u, corrects)) * KEPT4 + select(0u, d / 4u, DECAY_CHANNEL)];
}

fn open_chunk(c: Chunk, tid: u32) {
    for (var t = tid; t < CHUNK; t += WORKGROUP) {
        let kept = load_beta(beta_at(c.b, c.h, chunk_token(c, t)) + 1u);
        step_tile[t] = vec2<f32>(fade(step_log4(c, t, 0u).x), kept);
    }
    workgroupBarrier();
    for (var n = tid; n < KEPT4; n += WORKGROUP) {
        var kept = vec4<f32>(0.0);
        var product = 1.0;
        for (var t = 0u; t < CHUNK; t++) {
            product *= keep(t);
            kept = step_fade4(c, t, n * 4u) * kept + product;
            kept_tile[t * KEPT4 + n] = kept;
        }
    }
}

fn load_momentum(tid: u32, base: u32, first_column: u32) {
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        m_tile[n] = load_state4(base + V_DIM, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u);
    }
}

fn store_momentum(tid: u32, base: u32, first_column: u32) {
    for (var n = tid; n < QK_PAD * COLUMNS4; n += WORKGROUP) {
        store_state4(base + V_DIM, n / COLUMNS4, first_column + (n % COLUMNS4) * 4u, m_tile[n]);
    }
}
