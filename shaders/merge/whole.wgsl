// The log-sum-exp of a part as one number.
fn part_lse(at: u32) -> vec2<f32> { return vec2<f32>(partial_lse[at], 0.0); }
