// No sink.
fn sink_logit(h: u32) -> f32 { return MASKED; }
