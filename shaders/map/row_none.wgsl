// The scores are taken as they are.
fn row_log(at: u32) -> f32 { return 0.0; }
