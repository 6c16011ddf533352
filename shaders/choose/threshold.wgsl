// Every block whose score reaches a threshold.
fn wanted(chooser: u32, allowed: u32) -> u32 {
    return count_from(chooser, max(rank_of(params.bound), LOWEST));
}
