// Keys that compete along the sequence: with z the log of the sum of exp(key) so far, a key becomes
// exp(key - z_t) and the state fades by exp(z_{t-1} - z_t), so that it holds weights that sum to
// one.
fn next_value(z: f32, b: u32, h: u32, i: u32, channel: u32, first: bool) -> f32 {
    let x = load_input(k_at(b, h, i) + channel);
    // Neither exponential can overflow. The first key takes everything.
    let share = select(exp(-abs(x - z)), 0.0, first);
    let rest = -log_1p(share);
    let ahead = first || x > z;
    let key = select(share, 1.0, ahead) / (1.0 + share);
    let log_fade = select(rest, select(z - x + rest, EMPTIED, first), ahead);
    competing[o_at(b, h, i) + channel] = key;
    fades[o_at(b, h, i) + channel] = max(log_fade, EMPTIED);
    return select(z, x, ahead) - rest;
}
