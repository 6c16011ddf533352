// The gate of a channel, after its activation; a channel step of 0 gives the row's.
fn row_gate(b: u32, h: u32, i: u32, d: u32) -> f32 {
    let row = params.gate_offset + b * params.gate_batch + h * params.gate_head + i * params.gate_row;
    return activation(load_gate(row + d * params.gate_channel));
}
