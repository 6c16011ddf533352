// The cut among the LEADERS highest ranks, which are kept in registers, in order, as ranks are seen.
var<private> leaders: array<u32, LEADERS>;

// A rank among those of a chooser.
fn seen(rank: u32) {
    var x = rank;
    for (var n = 0u; n < LEADERS; n++) { // unroll
        let lower = min(leaders[n], x);
        leaders[n] = max(leaders[n], x);
        x = lower;
    }
}

// The cut for `count` blocks, more than the forced ones and at most LEADERS.
fn cut_for(chooser: u32, all: Ranked, count: u32) -> Cut {
    var cut = Cut(0u, 0u);
    for (var n = 0u; n < LEADERS; n++) { // unroll
        if n < count {
            cut = Cut(leaders[n], select(1u, cut.ties + 1u, leaders[n] == cut.rank));
        }
    }
    return cut;
}
