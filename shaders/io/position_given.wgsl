// Row of the tables for a token, by its position; cut to the table.
fn table_row(b: u32, i: u32) -> u32 {
    return min(positions[b * params.len + i], params.table_rows - 1u);
}
