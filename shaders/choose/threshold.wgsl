// Every block whose score reaches a threshold.
fn wanted(row: u32, allowed: u32) -> u32 {
    return count_from(row, max(rank_of(params.bound), LOWEST));
}
