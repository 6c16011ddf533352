// The sum of the weights of a block.
fn fold(acc: f32, weight: f32) -> f32 { return acc + weight; }
