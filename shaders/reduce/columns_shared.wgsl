// PARTS neighbours of a subgroup share columns.
fn part_of(tid: u32) -> u32 { return tid % PARTS; }

// The sum over them, for all of them.
fn across(x: Own) -> Own {
    var r = x;
    for (var step = 1u; step < PARTS; step <<= 1u) {
        r += subgroupShuffleXor(r, step);
    }
    return r;
}
