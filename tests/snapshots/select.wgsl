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
    bound: f32,
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
fn wanted(row: u32, allowed: u32) -> u32 { return params.top_k; }
// Chooses blocks of keys by score, one thread a row. Scores become ranks, integers of the same
// order; the cut is found by digits of four bits from the highest, so that it takes 8 passes over the
// row whatever is asked for, and no sorting. Of equal scores the lower index goes first.
//
// Constants: WORKGROUP.

// Ranks: 0 hidden, LOWEST a NaN, FORCED chosen whatever its score.
const LOWEST: u32 = 1u;
const FORCED: u32 = 0xffffffffu;

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

fn rank_of(x: f32) -> u32 {
    // Both zeros are the same number.
    let u = select(bitcast<u32>(x), 0u, x == 0.0);
    if (u & 0x7fffffffu) > 0x7f800000u {
        return LOWEST;
    }
    return select(u | 0x80000000u, ~u, u >= 0x80000000u);
}

fn count_from(row: u32, rank: u32) -> u32 {
    var count = 0u;
    for (var c = 0u; c < params.blocks; c++) {
        count += select(0u, 1u, ranks[row * params.blocks + c] >= rank);
    }
    return count;
}

fn at_least(x: vec4<u32>, least: vec4<u32>) -> vec4<u32> {
    return select(vec4<u32>(0u), vec4<u32>(1u), x >= least);
}

// The highest digit of four bits at `shift` below `cut` whose rank `count` blocks reach; 0 they do.
fn digit_of(row: u32, cut: u32, shift: u32, count: u32) -> u32 {
    let a = vec4<u32>(cut) + (vec4<u32>(0u, 1u, 2u, 3u) << vec4<u32>(shift));
    let b = a + vec4<u32>(4u << shift);
    let c = b + vec4<u32>(4u << shift);
    let d = c + vec4<u32>(4u << shift);
    var in_a = vec4<u32>(0u);
    var in_b = vec4<u32>(0u);
    var in_c = vec4<u32>(0u);
    var in_d = vec4<u32>(0u);
    for (var n = 0u; n < params.blocks; n++) {
        let rank = vec4<u32>(ranks[row * params.blocks + n]);
        in_a += at_least(rank, a);
        in_b += at_least(rank, b);
        in_c += at_least(rank, c);
        in_d += at_least(rank, d);
    }
    let wanted = vec4<u32>(count);
    let digits = at_least(in_a, wanted) + at_least(in_b, wanted) + at_least(in_c, wanted) + at_least(in_d, wanted);
    return digits.x + digits.y + digits.z + digits.w - 1u;
}

// Ranks of a row; how many blocks are allowed (x) and forced (y).
fn rank_row(row: u32) -> vec2<u32> {
    let r = row % params.rows_of_head;
    let first = i32(r * params.row_step) + params.align_offset;
    let last = i32(min((r + 1u) * params.row_step, params.q_len)) - 1 + params.align_offset;
    // Blocks past the last one count as the last: queries may stand after every key.
    let end = i32(params.blocks) - 1;
    let own = vec2<i32>(min(max(first, 0) / i32(params.block), end), min(max(last, 0) / i32(params.block), end));
    var counts = vec2<u32>(0u);
    for (var n = 0u; n < params.blocks; n++) {
        let c = i32(n);
        let hidden = params.causal != 0u && (last < 0 || c > own.y);
        let kept = n < params.first || (params.own != 0u && c + i32(params.recent) >= own.x && c <= own.y);
        var rank = 0u;
        if !hidden {
            rank = select(max(rank_of(score_of(row, n)), LOWEST), FORCED, kept);
            counts += vec2<u32>(1u, select(0u, 1u, kept));
        }
        ranks[row * params.blocks + n] = rank;
    }
    return counts;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let row = group_id(wid) * WORKGROUP + tid;
    if row >= params.rows {
        return;
    }
    let counts = rank_row(row);
    let budget = clamp(wanted(row, counts.x), params.fewest, params.most);
    let count = min(max(budget, counts.y), counts.x);
    // The highest rank that so many blocks reach.
    var cut = 0u;
    for (var n = 0u; n < 8u; n++) {
        let shift = 28u - 4u * n;
        cut |= digit_of(row, cut, shift, count) << shift;
    }
    var above = 0u;
    if cut < FORCED {
        above = count_from(row, cut + 1u);
    }
    var ties = count - above;
    for (var w = 0u; w < params.words; w++) {
        var bits = 0u;
        for (var c = w * 32u; c < min(params.blocks, (w + 1u) * 32u); c++) {
            let rank = ranks[row * params.blocks + c];
            let tie = rank == cut && ties > 0u;
            if rank > cut || tie {
                bits |= 1u << (c % 32u);
            }
            ties -= select(0u, 1u, tie);
        }
        selection[row * params.words + w] = bits;
    }
}
