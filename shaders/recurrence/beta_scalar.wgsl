// Rate of an update.
fn beta_element(at: u32) -> f32 { return f32(beta[at]); }
