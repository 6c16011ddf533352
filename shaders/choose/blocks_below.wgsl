// Blocks whose number is below a bound are forced.
fn block_forced(row: u32, c: u32) -> bool {
    return block_marks[row / params.rows_of_head / params.mark_group * params.blocks + c] < params.block_bound;
}
