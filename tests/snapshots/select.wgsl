const WORKGROUP: u32 = 64u;
const LEADERS: u32 = 2u;
struct Params {
    grid_x: u32,
    rows: u32,
    rows_of_head: u32,
    group: u32,
    blocks: u32,
    words: u32,
    block: u32,
    row_step: u32,
    q_len: u32,
    causal: u32,
    own: u32,
    recent: u32,
    first: u32,
    top_k: u32,
    fewest: u32,
    most: u32,
    score_rows: u32,
    choosers: u32,
    chooser_rows: u32,
    cells: u32,
    mark_group: u32,
    bound: f32,
    row_bound: f32,
    block_bound: f32,
    align_offset: i32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> scores: array<f32>;
@group(0) @binding(2) var<storage, read_write> selection: array<u32>;
@group(0) @binding(3) var<storage, read_write> ranks: array<u32>;
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// A given number of blocks.
fn wanted(chooser: u32, allowed: u32) -> u32 { return params.top_k; }
// Rows have no numbers.
fn row_verdict(row: u32) -> u32 { return BY_SCORE; }
// Blocks have no numbers.
fn block_forced(row: u32, c: u32) -> bool { return false; }
// The cut among the LEADERS highest ranks, which are kept in registers, in order, as ranks are seen.
var<private> leaders: array<u32, LEADERS>;

// A rank among those of a chooser.
fn seen(rank: u32) {
    var x = rank;
    {
const n = 0u;
        let lower = min(leaders[n], x);
        leaders[n] = max(leaders[n], x);
        x = lower;
    }
{
const n = 1u;
        let lower = min(leaders[n], x);
        leaders[n] = max(leaders[n], x);
        x = lower;
    }
}

// The cut for `count` blocks, more than the forced ones and at most LEADERS.
fn cut_for(chooser: u32, all: Ranked, count: u32) -> Cut {
    var cut = Cut(0u, 0u);
    {
const n = 0u;
        if n < count {
            cut = Cut(leaders[n], select(1u, cut.ties + 1u, leaders[n] == cut.rank));
        }
    }
{
const n = 1u;
        if n < count {
            cut = Cut(leaders[n], select(1u, cut.ties + 1u, leaders[n] == cut.rank));
        }
    }
    return cut;
}
// Chooses blocks of keys by score, one thread a chooser: a row, or all rows of a head, which share a budget.
// Scores become ranks, integers of the same order, and a cut among them is found without sorting, see
// choose/cut_*. Of equal scores the lower index goes first, rows before blocks.
//
// Constants: WORKGROUP; LEADERS, of choose/cut_of_few.

// Ranks: 0 hidden, LOWEST a NaN, FORCED chosen whatever its score.
const LOWEST: u32 = 1u;
const FORCED: u32 = 0xffffffffu;

// What the number of a row says of it.
const BY_SCORE: u32 = 0u;
const ALL: u32 = 1u;
const NOTHING: u32 = 2u;

// Cell `n` of a chooser: block `n % blocks` of row `n / blocks`. Those of neighbouring choosers lie side by
// side, as threads do.
fn rank_at(chooser: u32, n: u32) -> u32 {
    return n * params.choosers + chooser;
}

// Where the scores of a row begin: a head's rows have scores of their own, or all the same. Divisions
// cost more than all else here, so they stay out of the loops over blocks.
fn scores_at(row: u32) -> u32 {
    let head = row / params.rows_of_head;
    return (head * params.group * params.score_rows + row % params.score_rows) * params.blocks;
}

// The score of a block: the sum over the heads that share the choice.
fn score_of(at: u32, c: u32) -> f32 {
    var s = 0.0;
    for (var g = 0u; g < params.group; g++) {
        s += scores[at + g * params.score_rows * params.blocks + c];
    }
    return s;
}

fn rank_of(x: f32) -> u32 {
    // Both zeros are the same number.
    let u = select(bitcast<u32>(x), 0u, x == 0.0);
    if (u & 0x7fffffffu) > 0x7f800000u {
        return LOWEST;
    }
    return select(u | 0x80000000u, ~u, u >= 0x80000000u);
}

fn count_from(chooser: u32, rank: u32) -> u32 {
    var count = 0u;
    for (var n = 0u; n < params.cells; n++) {
        count += select(0u, 1u, ranks[rank_at(chooser, n)] >= rank);
    }
    return count;
}

// Blocks of a chooser: how many are allowed and how many forced; and of the others the lowest and the highest
// rank.
struct Ranked {
    allowed: u32,
    forced: u32,
    lowest: u32,
    highest: u32,
}

// From which rank on blocks are chosen, and how many of just that rank.
struct Cut {
    rank: u32,
    ties: u32,
}

// Ranks row `n` of a chooser; what there is of blocks with those before it.
fn rank_row(chooser: u32, n: u32, before: Ranked) -> Ranked {
    let row = chooser * params.chooser_rows + n;
    let r = row % params.rows_of_head;
    let first = i32(r * params.row_step) + params.align_offset;
    let last = i32(min((r + 1u) * params.row_step, params.q_len)) - 1 + params.align_offset;
    // Blocks past the last one count as the last: queries may stand after every key.
    let end = i32(params.blocks) - 1;
    let own = vec2<i32>(min(max(first, 0) / i32(params.block), end), min(max(last, 0) / i32(params.block), end));
    let verdict = row_verdict(row);
    let at = scores_at(row);
    var all = before;
    for (var block = 0u; block < params.blocks; block++) {
        let c = i32(block);
        let hidden = verdict == NOTHING || (params.causal != 0u && (last < 0 || c > own.y));
        let near = params.own != 0u && c + i32(params.recent) >= own.x && c <= own.y;
        let kept = verdict == ALL || block < params.first || near || block_forced(row, block);
        var rank = 0u;
        if !hidden {
            rank = select(max(rank_of(score_of(at, block)), LOWEST), FORCED, kept);
            all.allowed += 1u;
            all.forced += select(0u, 1u, kept);
            all.lowest = min(all.lowest, rank);
            all.highest = max(all.highest, select(rank, 0u, kept));
        }
        ranks[rank_at(chooser, n * params.blocks + block)] = rank;
        seen(rank);
    }
    return all;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let chooser = group_id(wid) * WORKGROUP + tid;
    if chooser >= params.choosers {
        return;
    }
    var all = Ranked(0u, 0u, FORCED, 0u);
    for (var n = 0u; n < params.chooser_rows; n++) {
        all = rank_row(chooser, n, all);
    }
    let budget = clamp(wanted(chooser, all.allowed), params.fewest, params.most);
    let count = min(max(budget, all.forced), all.allowed);
    var cut = Cut(FORCED, count);
    if count > all.forced {
        cut = cut_for(chooser, all, count);
    }
    for (var n = 0u; n < params.chooser_rows; n++) {
        let word = (chooser * params.chooser_rows + n) * params.words;
        for (var w = 0u; w < params.words; w++) {
            var bits = 0u;
            for (var c = w * 32u; c < min(params.blocks, (w + 1u) * 32u); c++) {
                let rank = ranks[rank_at(chooser, n * params.blocks + c)];
                let tie = rank == cut.rank && cut.ties > 0u;
                if rank > cut.rank || tie {
                    bits |= 1u << (c % 32u);
                }
                cut.ties -= select(0u, 1u, tie);
            }
            selection[word + w] = bits;
        }
    }
}
