// The fewest blocks whose scores sum to a share of all, largest first. Negative scores count 0.
struct Reach {
    count: u32,
    mass: f32,
    goal: f32,
}

fn mass_from(chooser: u32, rank: u32) -> f32 {
    var mass = 0.0;
    for (var n = 0u; n < params.cells; n++) {
        if ranks[rank_at(chooser, n)] >= rank {
            mass += max(score_at(chooser, n), 0.0);
        }
    }
    return mass;
}

fn reach(chooser: u32) -> Reach {
    let goal = params.bound * mass_from(chooser, LOWEST);
    // The highest rank from which on the goal is reached.
    var rank = 0u;
    for (var bit = 0x80000000u; bit > 0u; bit >>= 1u) {
        if mass_from(chooser, rank | bit) >= goal {
            rank |= bit;
        }
    }
    rank = max(rank, LOWEST);
    var mass = 0.0;
    var count = 0u;
    if rank < FORCED {
        mass = mass_from(chooser, rank + 1u);
        count = count_from(chooser, rank + 1u);
    }
    // Of the blocks of just this rank, as many as it takes.
    for (var n = 0u; n < params.cells; n++) {
        if mass < goal && ranks[rank_at(chooser, n)] == rank {
            mass += max(score_at(chooser, n), 0.0);
            count++;
        }
    }
    return Reach(count, mass, goal);
}
