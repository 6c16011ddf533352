// Heads whose number is below a bound choose nothing.
fn row_verdict(row: u32) -> u32 {
    return select(BY_SCORE, NOTHING, row_marks[row / params.rows_of_head] < params.row_bound);
}
