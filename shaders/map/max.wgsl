// The largest weight of a block.
fn fold(acc: f32, weight: f32) -> f32 { return max(acc, weight); }
