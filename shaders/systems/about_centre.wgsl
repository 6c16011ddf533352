// Weights times a Gaussian about the query's centre, of deviation `reach / 2`; not normalised again.
fn prob_mod(prob: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let d = 2.0 * (f32(kv_idx) - centres[batch * q_len + q_idx]) / reach;
    return prob * exp(-0.5 * d * d);
}
