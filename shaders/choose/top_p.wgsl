// The fewest blocks whose scores sum to a share of all, largest first. Negative scores count 0.
fn mass_from(row: u32, rank: u32) -> f32 {
    var mass = 0.0;
    for (var c = 0u; c < params.blocks; c++) {
        if ranks[row * params.blocks + c] >= rank {
            mass += max(score_of(row, c), 0.0);
        }
    }
    return mass;
}
fn wanted(row: u32, allowed: u32) -> u32 {
    let goal = params.bound * mass_from(row, LOWEST);
    // The highest rank from which on the goal is reached.
    var rank = 0u;
    for (var bit = 0x80000000u; bit > 0u; bit >>= 1u) {
        if mass_from(row, rank | bit) >= goal {
            rank |= bit;
        }
    }
    rank = max(rank, LOWEST);
    if rank == 0xffffffffu {
        return count_from(row, rank);
    }
    // Of the blocks of just this rank, as many as it takes.
    var mass = mass_from(row, rank + 1u);
    var count = count_from(row, rank + 1u);
    for (var c = 0u; c < params.blocks; c++) {
        if mass < goal && ranks[row * params.blocks + c] == rank {
            mass += max(score_of(row, c), 0.0);
            count++;
        }
    }
    return count;
}
