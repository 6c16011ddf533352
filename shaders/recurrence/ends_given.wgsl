// Another state, or the gradient by the last one.
fn end_element(at: u32) -> f32 { return ends[at]; }
