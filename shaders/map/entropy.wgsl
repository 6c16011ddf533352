// The entropy of weights that sum to 1, in nats, from their logs.
fn fold(acc: f32, log_weight: f32) -> f32 { return acc - exp(log_weight) * log_weight; }
