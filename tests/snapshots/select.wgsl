const WORKGROUP: u32 = 64u;
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
// Chooses blocks of keys by score, one thread a chooser: a row, or all rows of a head, which share a
// budget. Scores become ranks, integers of the same order; the cut is found by digits of four bits from
// the highest, so that it takes 8 passes over the cells whatever is asked for, and no sorting. Of equal
// scores the lower index goes first, rows before blocks.
//
// Constants: WORKGROUP.

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

// The score of a block: the sum over the heads that share the choice.
fn score_of(row: u32, c: u32) -> f32 {
    // A head's rows have scores of their own, or all the same.
    let head = row / params.rows_of_head;
    var s = 0.0;
    for (var g = 0u; g < params.group; g++) {
        s += scores[((head * params.group + g) * params.score_rows + row % params.score_rows) * params.blocks + c];
    }
    return s;
}

fn score_at(chooser: u32, n: u32) -> f32 {
    return score_of(chooser * params.chooser_rows + n / params.blocks, n % params.blocks);
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

fn at_least(x: vec4<u32>, least: vec4<u32>) -> vec4<u32> {
    return select(vec4<u32>(0u), vec4<u32>(1u), x >= least);
}

// The highest digit of four bits at `shift` below `cut` whose rank `count` blocks reach; 0 they do.
fn digit_of(chooser: u32, cut: u32, shift: u32, count: u32) -> u32 {
    let a = vec4<u32>(cut) + (vec4<u32>(0u, 1u, 2u, 3u) << vec4<u32>(shift));
    let b = a + vec4<u32>(4u << shift);
    let c = b + vec4<u32>(4u << shift);
    let d = c + vec4<u32>(4u << shift);
    var in_a = vec4<u32>(0u);
    var in_b = vec4<u32>(0u);
    var in_c = vec4<u32>(0u);
    var in_d = vec4<u32>(0u);
    for (var n = 0u; n < params.cells; n++) {
        let rank = vec4<u32>(ranks[rank_at(chooser, n)]);
        in_a += at_least(rank, a);
        in_b += at_least(rank, b);
        in_c += at_least(rank, c);
        in_d += at_least(rank, d);
    }
    let wanted = vec4<u32>(count);
    let digits = at_least(in_a, wanted) + at_least(in_b, wanted) + at_least(in_c, wanted) + at_least(in_d, wanted);
    return digits.x + digits.y + digits.z + digits.w - 1u;
}

// Ranks of row `n` of a chooser; how many of its blocks are allowed (x) and forced (y).
fn rank_row(chooser: u32, n: u32) -> vec2<u32> {
    let row = chooser * params.chooser_rows + n;
    let r = row % params.rows_of_head;
    let first = i32(r * params.row_step) + params.align_offset;
    let last = i32(min((r + 1u) * params.row_step, params.q_len)) - 1 + params.align_offset;
    // Blocks past the last one count as the last: queries may stand after every key.
    let end = i32(params.blocks) - 1;
    let own = vec2<i32>(min(max(first, 0) / i32(params.block), end), min(max(last, 0) / i32(params.block), end));
    let verdict = row_verdict(row);
    var counts = vec2<u32>(0u);
    for (var block = 0u; block < params.blocks; block++) {
        let c = i32(block);
        let hidden = verdict == NOTHING || (params.causal != 0u && (last < 0 || c > own.y));
        let near = params.own != 0u && c + i32(params.recent) >= own.x && c <= own.y;
        let kept = verdict == ALL || block < params.first || near || block_forced(row, block);
        var rank = 0u;
        if !hidden {
            rank = select(max(rank_of(score_of(row, block)), LOWEST), FORCED, kept);
            counts += vec2<u32>(1u, select(0u, 1u, kept));
        }
        ranks[rank_at(chooser, n * params.blocks + block)] = rank;
    }
    return counts;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let chooser = group_id(wid) * WORKGROUP + tid;
    if chooser >= params.choosers {
        return;
    }
    var counts = vec2<u32>(0u);
    for (var n = 0u; n < params.chooser_rows; n++) {
        counts += rank_row(chooser, n);
    }
    let budget = clamp(wanted(chooser, counts.x), params.fewest, params.most);
    let count = min(max(budget, counts.y), counts.x);
    // The highest rank that so many blocks reach.
    var cut = 0u;
    for (var n = 0u; n < 8u; n++) {
        let shift = 28u - 4u * n;
        cut |= digit_of(chooser, cut, shift, count) << shift;
    }
    var above = 0u;
    if cut < FORCED {
        above = count_from(chooser, cut + 1u);
    }
    var ties = count - above;
    for (var n = 0u; n < params.chooser_rows * params.words; n++) {
        let block = n % params.words * 32u;
        var bits = 0u;
        for (var c = block; c < min(params.blocks, block + 32u); c++) {
            let rank = ranks[rank_at(chooser, n / params.words * params.blocks + c)];
            let tie = rank == cut && ties > 0u;
            if rank > cut || tie {
                bits |= 1u << (c % 32u);
            }
            ties -= select(0u, 1u, tie);
        }
        selection[chooser * params.chooser_rows * params.words + n] = bits;
    }
}
