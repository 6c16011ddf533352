// A number that is added to the denominator, by its log.
fn sink_logit(h: u32) -> f32 { return params.sink; }
