// Visual sinks keep a part; visual tokens take the rest, where a row looks at the image and not
// mostly at its sinks. Kinds: [sink, other visual token] of every key.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let row = 2u * ((batch * heads + head) * q_len + q_idx);
    let sink = mass[row];
    let seen = mass[row + 1u];
    if sink + seen < least_visual || sink > most_sinks * (sink + seen) {
        return prob;
    }
    let kind = 2u * (batch * kv_len + kv_idx);
    let taken = kinds[kind + 1u] * (1.0 - kept) * sink / max(seen, 1e-9);
    return prob * (1.0 - (1.0 - kept) * kinds[kind] + taken);
}
