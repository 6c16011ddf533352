// Log of a decay.
fn decay_element(at: u32) -> f32 { return f32(decay[at]); }
