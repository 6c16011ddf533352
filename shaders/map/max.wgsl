// The largest weight, from logs of weights.
fn fold(acc: f32, log_weight: f32) -> f32 { return max(acc, exp(log_weight)); }
