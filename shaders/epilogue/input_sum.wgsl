// An element of a row that came in two parts.
fn row_input(at: u32) -> f32 { return load_input(at) + load_input(at + params.second); }
