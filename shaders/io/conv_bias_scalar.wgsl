// Bias of a channel.
fn load_channel_bias(at: u32) -> f32 { return f32(channel_bias[at]); }
