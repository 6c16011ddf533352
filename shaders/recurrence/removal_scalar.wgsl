// What a rank-one rule reads and writes.
fn removal_element(at: u32) -> f32 { return f32(removal[at]); }
