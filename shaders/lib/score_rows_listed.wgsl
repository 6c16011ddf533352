// Scores of the rows a list names. One past the end counts as a row that sees nothing.
fn score_row(r: u32) -> u32 { return score_rows[r]; }
