// No update rates.
fn beta_element(at: u32) -> f32 { return 1.0; }
