// The log-sum-exp of a part as two numbers.
fn part_lse(at: u32) -> vec2<f32> { return partial_lse[at]; }
