// No bias.
fn load_channel_bias(at: u32) -> f32 { return 0.0; }
