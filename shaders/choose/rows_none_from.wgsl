// Heads whose number is not below a bound choose nothing.
fn row_verdict(row: u32) -> u32 {
    return select(NOTHING, BY_SCORE, row_marks[row / params.rows_of_head] < params.row_bound);
}
