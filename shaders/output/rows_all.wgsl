// Every row counts as it is.
fn row_weight(b: u32, h: u32, i: u32) -> f32 { return 1.0; }
fn rows_wanted(b: u32, head_base: u32, first_row: u32, row_end: u32) -> bool { return true; }
