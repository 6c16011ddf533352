// Weights of sinks times `beta`; the others take what is freed, in proportion.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let share = mass[(batch * heads + head) * q_len + q_idx];
    if sinks[batch * kv_len + kv_idx] > 0.5 {
        return prob * beta;
    }
    return prob * (1.0 - beta * share) / max(1.0 - share, 1e-9);
}
