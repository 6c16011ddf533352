// A logit per head that takes part in the denominator only.
fn sink_logit(h: u32) -> f32 { return sinks[h]; }
