// The sum of the weights, from their logs.
fn fold(acc: f32, log_weight: f32) -> f32 { return acc + exp(log_weight); }
