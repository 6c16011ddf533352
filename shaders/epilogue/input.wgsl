// An element of a row.
fn row_input(at: u32) -> f32 { return load_input(at); }
