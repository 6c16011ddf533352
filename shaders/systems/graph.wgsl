// A number of the node and one of its neighbour, added, through a leaky ReLU.
fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
    let row = batch * heads + head;
    let e = of_node[row * q_len + q_idx] + of_neighbour[row * kv_len + kv_idx];
    return score + select(slope * e, e, e > 0.0);
}
