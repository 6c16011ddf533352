// The cut among ranks in memory, found in a few passes over them: 11 at most.

// A rank among those of a chooser.
fn seen(rank: u32) {}

fn at_least(x: vec4<u32>, least: vec4<u32>) -> vec4<u32> {
    return select(vec4<u32>(0u), vec4<u32>(1u), x >= least);
}

// The cut for `count` blocks, more than the forced ones. Between a rank that enough blocks reach and one that
// too few do, a ninth is taken again and again, until just so many reach it or the ranks are neighbours.
fn cut_for(chooser: u32, all: Ranked, count: u32) -> Cut {
    let wanted = vec4<u32>(count);
    var rank = all.lowest;
    var end = all.highest + 1u;
    var reached = all.allowed;
    var beyond = all.forced;
    while reached != count && end - rank > 1u {
        let step = (end - rank + 8u) / 9u;
        let a = vec4<u32>(rank) + step * vec4<u32>(1u, 2u, 3u, 4u);
        let b = a + vec4<u32>(4u * step);
        var in_a = vec4<u32>(0u);
        var in_b = vec4<u32>(0u);
        for (var n = 0u; n < params.cells; n++) {
            let x = vec4<u32>(ranks[rank_at(chooser, n)]);
            in_a += at_least(x, a);
            in_b += at_least(x, b);
        }
        let steps = at_least(in_a, wanted) + at_least(in_b, wanted);
        let least = min(if_enough(in_a, wanted), if_enough(in_b, wanted));
        let most = max(if_fewer(in_a, wanted), if_fewer(in_b, wanted));
        reached = min(reached, min(min(least.x, least.y), min(least.z, least.w)));
        beyond = max(beyond, max(max(most.x, most.y), max(most.z, most.w)));
        rank += step * (steps.x + steps.y + steps.z + steps.w);
        end = min(end, rank + step);
    }
    return Cut(rank, select(count - beyond, count, reached == count));
}

// Counts that are enough, others as the most there may be; and those that are too few, others as none.
fn if_enough(x: vec4<u32>, wanted: vec4<u32>) -> vec4<u32> { return select(vec4<u32>(0xffffffffu), x, x >= wanted); }
fn if_fewer(x: vec4<u32>, wanted: vec4<u32>) -> vec4<u32> { return select(x, vec4<u32>(0u), x >= wanted); }
