// Rows whose number is below a bound take all.
fn row_verdict(row: u32) -> u32 { return select(BY_SCORE, ALL, row_marks[row] < params.row_bound); }
