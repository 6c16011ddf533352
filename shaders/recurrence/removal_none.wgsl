// The rule removes nothing by a tensor of its own.
fn removal_element(at: u32) -> f32 { return 0.0; }
