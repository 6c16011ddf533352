// The most blocks whose scores sum to no more than a share of all, largest first, but one at least
// that is not forced.
fn wanted(chooser: u32, allowed: u32) -> u32 {
    let enough = reach(chooser);
    let most = select(enough.count, max(enough.count, 1u) - 1u, enough.mass > enough.goal);
    return max(most, count_from(chooser, FORCED) + 1u);
}
