// The norm's weight of a channel.
fn norm_factor(b: u32, h: u32, i: u32, d: u32) -> f32 {
    return load_norm_weight(params.weight_offset + b * params.weight_batch + h * params.weight_head + i * params.weight_row + d);
}
