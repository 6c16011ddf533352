// Rows have no numbers.
fn row_verdict(row: u32) -> u32 { return BY_SCORE; }
