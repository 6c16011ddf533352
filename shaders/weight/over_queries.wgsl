// Softmax over the queries of a key, by the log-sum-exp of its column.
fn weight_of(s: f32, b: u32, head: u32, key: u32) -> f32 {
    let column = stats[(b * params.q_heads + head) * params.kv_len + key];
    return exp((s - column.x) - column.y);
}
