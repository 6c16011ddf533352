const OWN: u32 = 3u;
const WORKGROUP: u32 = 64u;
const BLOCK_OWN: u32 = 192u;
const BLOCK: u32 = 4u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const STAGED: bool = false;
const RAGGED: bool = false;
alias OutElem = f32;
struct Params {
    groups: u32,
    grid_x: u32,
    splits: u32,
    q_tiles: u32,
    batch_base: u32,
    head_base: u32,
    packs: u32,
    pack: u32,
    group: u32,
    q_heads: u32,
    q_len: u32,
    kv_len: u32,
    total_q: u32,
    total_kv: u32,
    rows: u32,
    cells: u32,
    score_rows: u32,
    q_offset: u32,
    q_batch: u32,
    q_head: u32,
    q_row: u32,
    k_offset: u32,
    k_batch: u32,
    k_head: u32,
    k_row: u32,
    v_offset: u32,
    v_batch: u32,
    v_head: u32,
    v_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    o_split: u32,
    lse_split: u32,
    lse_batch: u32,
    lse_head: u32,
    mask_offset: u32,
    mask_batch: u32,
    mask_head: u32,
    mask_row: u32,
    mask_key: u32,
    mask_kv_len: u32,
    bias_offset: u32,
    bias_batch: u32,
    bias_head: u32,
    bias_row: u32,
    bias_key: u32,
    bias_kv_len: u32,
    block_q: u32,
    block_kv: u32,
    kv_blocks: u32,
    block_entries: u32,
    list_batch: u32,
    list_group: u32,
    list_head: u32,
    select_batch: u32,
    select_group: u32,
    select_words: u32,
    label_q_batch: u32,
    label_q_head: u32,
    label_kv_batch: u32,
    label_kv_head: u32,
    align_to_end: u32,
    align_offset: i32,
    window_left: i32,
    window_right: i32,
    scale: f32,
    softcap: f32,
    neg_inf: f32,
    sink: f32,
    factor_batch: u32,
    factor_head: u32,
    factor_row: u32,
    factor_key: u32,
    weight_batch: u32,
    weight_head: u32,
    weight_row: u32,
    grad_offset: u32,
    grad_batch: u32,
    grad_head: u32,
    grad_row: u32,
    none: u32,
    weight_bias: f32,
    gain: f32,
    shift: f32,
    epsilon: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> q: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> k: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> v: array<vec4<f32>>;
@group(0) @binding(4) var<storage, read> grad_o: array<vec4<f32>>;
@group(0) @binding(5) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(6) var<storage, read> row_stats: array<vec4<f32>>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    return s;
}
fn score_slope(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    var slope = 1.0;
    return slope;
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(q[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_k4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(k[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_v4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(v[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn load_grad_o4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(grad_o[(base + d) >> 2u]);
}
// Four elements at once, of rows that start and end at multiples of four.
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
// Constants of the score pipeline.

// A stage returns this to hide a pair. Visible scores stay above it.
const MASKED: f32 = -3.4028234e38;
const LOWEST_VISIBLE: f32 = -3.4028233e38;

// The score of a visible pair, which no sum may hide. A NaN is kept by its bits: a comparison may
// be compiled to max, which drops it.
fn keep_visible(s: f32) -> f32 {
    return select(max(s, LOWEST_VISIBLE), s, is_nan(s));
}

fn is_neg_inf(x: f32) -> bool {
    return bitcast<u32>(x) == 0xff800000u;
}

fn nonfinite(v: vec4<f32>) -> vec4<bool> {
    let exponent = vec4<u32>(0x7f800000u);
    return (bitcast<vec4<u32>>(v) & exponent) == exponent;
}

fn any_nonfinite(v: vec4<f32>) -> bool {
    return any(nonfinite(v));
}

fn is_nan(x: f32) -> bool {
    return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u;
}

// exp of a difference of scores. A NaN stays one: some drivers' exp makes it 0.
fn exp_kept(x: f32) -> f32 {
    return select(exp(x), x, is_nan(x));
}

fn exp_kept4(x: vec4<f32>) -> vec4<f32> {
    let nan = (bitcast<vec4<u32>>(x) & vec4<u32>(0x7fffffffu)) > vec4<u32>(0x7f800000u);
    return select(exp(x), x, nan);
}

// Whether a row saw any key, by its sum of weights.
fn row_seen(sum: f32) -> bool {
    return sum > 0.0 || is_nan(sum);
}

// log(exp(top) * sum) as two numbers to be added: beside a large top the second would be rounded away. (-inf,
// 0) for a row that saw nothing, (NaN, 0) for one that saw a NaN.
fn log_parts(top: f32, sum: f32) -> vec2<f32> {
    let seen = select(vec2<f32>(params.neg_inf, 0.0), vec2<f32>(top, log(sum)), sum > 0.0);
    return select(seen, vec2<f32>(sum, 0.0), is_nan(sum));
}

fn log_sum(top: f32, sum: f32) -> f32 {
    let x = log_parts(top, sum);
    return x.x + x.y;
}
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// Which keys a row sees, from indices alone.
// Lengths and positions stay below 2^28, so sums of three fit an i32.

// Distance from query index to key position, for one batch entry.
fn align_offset(q_count: u32, kv_count: u32) -> i32 {
    if params.align_to_end != 0u {
        return i32(kv_count) - i32(q_count);
    }
    return params.align_offset;
}

// Keys lo..hi visible to the query at index i (x = lo, y = hi).
fn key_range(i: u32, offset: i32, kv_count: u32) -> vec2<u32> {
    let p = i32(i) + offset;
    let end = i32(kv_count);
    var lo = 0;
    var hi = end;
    if params.window_left >= 0 {
        lo = clamp(p - params.window_left, 0, end);
    }
    if params.window_right >= 0 {
        hi = clamp(p + params.window_right + 1, 0, end);
    }
    return vec2<u32>(u32(lo), u32(max(lo, hi)));
}
// Every batch entry has the full lengths.
fn q_start(b: u32) -> u32 { return 0u; }
fn q_count(b: u32) -> u32 { return params.q_len; }
fn kv_start(b: u32) -> u32 { return 0u; }
fn kv_count(b: u32) -> u32 { return params.kv_len; }
// The scale of products that are only weighed: in the query, once for all keys.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x * params.scale; }
fn scale_pair(s: f32) -> f32 { return s; }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s; }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 {
    return fma(x.w, k.w, fma(x.z, k.z, fma(x.y, k.y, fma(x.x, k.x, s))));
}
// The product of a query and a key, four features at a time.
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return dot(x, k); }
// Whether a tile of pairs may hold a visible one, beside causal and window bounds: every one may.
fn pairs_listed(o: Owned, h: u32, rows: vec2<u32>, keys: vec2<u32>) -> bool { return true; }
// What the kernels of gradients share. A workgroup owns queries of a head or, with OWNS_KEYS, keys of one,
// and goes over the others: the keys, or the queries of all heads that read these keys. What it adds up is
// its own alone, so that no sum depends on the order of workgroups.

struct Owned {
    b: u32,
    // Head of what is owned, and of its keys.
    head: u32,
    kv_head: u32,
    // First, and one past the last.
    span: vec2<u32>,
    q_len: u32,
    kv_len: u32,
    offset: i32,
    // Others that causal and window bounds let some of them meet (x: first, y: one past the last).
    others: vec2<u32>,
}

fn owned(group: u32) -> Owned {
    let id = group / params.q_tiles;
    let tile = group % params.q_tiles;
    // Under a causal mask later queries and earlier keys have more to do: the longest first.
    let place = select(params.q_tiles - 1u - tile, tile, OWNS_KEYS);
    return owned_at(params.batch_base + id / params.packs, params.head_base + id % params.packs, place);
}

// The tile at a place of a batch entry and a head.
fn owned_at(b: u32, head: u32, place: u32) -> Owned {
    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let offset = align_offset(q_len, kv_len);
    // Keys that are padding have gradients of 0, which are written too.
    let count = select(q_len, select(params.kv_len, kv_len, RAGGED), OWNS_KEYS);
    let first = min(place * BLOCK_OWN, count);
    let span = vec2<u32>(first, min(first + BLOCK_OWN, count));
    var o = Owned(b, head, select(head / params.group, head, OWNS_KEYS), span, q_len, kv_len, offset, vec2<u32>(0u));
    o.others = met(o, span);
    return o;
}

// Others that causal and window bounds let some of the queries or keys x..y meet.
fn met(o: Owned, span: vec2<u32>) -> vec2<u32> {
    if span.x >= span.y {
        return vec2<u32>(0u);
    }
    if OWNS_KEYS {
        return query_range(span, o.offset, o.q_len);
    }
    return vec2<u32>(key_range(span.x, o.offset, o.kv_len).x, key_range(span.y - 1u, o.offset, o.kv_len).y);
}

// Queries that see some of the keys x..y: between bounds that move with them.
fn query_range(keys: vec2<u32>, offset: i32, q_len: u32) -> vec2<u32> {
    let end = i32(q_len);
    var lo = 0;
    var hi = end;
    if params.window_right >= 0 {
        lo = clamp(i32(keys.x) - params.window_right - offset, 0, end);
    }
    if params.window_left >= 0 {
        hi = clamp(i32(keys.y) + params.window_left - offset, 0, end);
    }
    return vec2<u32>(u32(lo), u32(max(lo, hi)));
}

fn query_at(o: Owned, h: u32, i: u32) -> u32 { return params.q_offset + o.b * params.q_batch + h * params.q_head + (q_start(o.b) + i) * params.q_row; }
fn key_at(o: Owned, j: u32) -> u32 { return params.k_offset + o.b * params.k_batch + o.kv_head * params.k_head + (kv_start(o.b) + j) * params.k_row; }
fn value_at(o: Owned, j: u32) -> u32 { return params.v_offset + o.b * params.v_batch + o.kv_head * params.v_head + (kv_start(o.b) + j) * params.v_row; }
fn grad_at(o: Owned, h: u32, i: u32) -> u32 { return params.grad_offset + o.b * params.grad_batch + h * params.grad_head + (q_start(o.b) + i) * params.grad_row; }
fn stats_at(o: Owned, h: u32, i: u32) -> u32 { return o.b * params.lse_batch + h * params.lse_head + q_start(o.b) + i; }

// Where the gradient by the n-th query or key goes.
fn result_at(o: Owned, n: u32) -> u32 {
    return params.o_offset + o.b * params.o_batch + o.head * params.o_head + (select(q_start(o.b), kv_start(o.b), OWNS_KEYS) + n) * params.o_row;
}

// A gradient from its sum: queries carry their scale where they are what is summed.
fn finish(sum: vec4<f32>) -> vec4<f32> { return select(sum * params.scale, sum, OWNS_KEYS); }

// Query heads that what is owned meets (x: first, y: one past the last).
fn heads_of(o: Owned) -> vec2<u32> {
    return select(vec2<u32>(o.head, o.head + 1u), vec2<u32>(o.head, o.head + 1u) * params.group, OWNS_KEYS);
}

// Queries and keys of a tile of pairs (x: first, y: one past the last).
struct Pairs { rows: vec2<u32>, keys: vec2<u32> }

fn pairs_of(o: Owned, first: u32) -> Pairs {
    let others = vec2<u32>(first, min(first + BLOCK, o.others.y));
    if OWNS_KEYS {
        return Pairs(others, o.span);
    }
    return Pairs(o.span, others);
}

// Whether some pair of a tile is hidden by bounds or lies past an end: scores are edited then.
fn hides_some(o: Owned, pairs: Pairs) -> bool {
    let first = key_range(pairs.rows.x, o.offset, o.kv_len);
    let last = key_range(pairs.rows.y - 1u, o.offset, o.kv_len);
    let sizes = select(vec2<u32>(BLOCK_OWN, BLOCK), vec2<u32>(BLOCK, BLOCK_OWN), OWNS_KEYS);
    let full = pairs.rows.y - pairs.rows.x == sizes.x && pairs.keys.y - pairs.keys.x == sizes.y;
    return STAGED || !full || pairs.keys.x < last.x || pairs.keys.y > first.y;
}

// What a pair adds up by: its weight for values, else the gradient by its scaled product. `product` is
// scaled, `by_value` the product of its value with the gradient by the output, `row` what
// kernel/gradient_stats keeps of its query.
fn pair_weight(o: Owned, h: u32, i: u32, j: u32, product: f32, by_value: f32, row: vec4<f32>, hides: bool) -> f32 {
    var s = scale_pair(product);
    // A pair past the ends asks for numbers of the last.
    let slope = score_slope(s, o.b, h, min(i, o.q_len - 1u), min(j, params.kv_len - 1u));
    if hides {
        s = visible_score(o, h, i, j, s);
    }
    let p = exp_kept((s - row.x) - row.y);
    let by_product = p * (by_value - row.z) * slope;
    return select(select(by_product, p, OF_VALUES), 0.0, s == MASKED);
}

fn visible_score(o: Owned, h: u32, i: u32, j: u32, s: f32) -> f32 {
    let keys = key_range(i, o.offset, o.kv_len);
    if i >= o.q_len || j < keys.x || j >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, o.b, h, i, j);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}
// Gradients by the queries: a tile of queries goes over the keys.
const OWNS_KEYS: bool = false;
const OF_VALUES: bool = false;

fn own_score(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return scale_q(load_q4(query_at(o, h, n), d)); }
fn own_value(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_grad_o4(grad_at(o, h, n), d); }
fn other_score(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_k4(key_at(o, n), d); }
fn other_value(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_v4(value_at(o, n), d); }
// Gradients of softmax attention, a query or a key a thread and what it meets in a tile that all read alike:
// the form for devices whose invocations are the lanes of a processor. Weights are taken again from the
// log-sum-exps, so that no buffer holds every pair (Dao et al., FlashAttention, algorithm 4; here each
// gradient by a walk of its own, without atomics).
//
// Constants: WORKGROUP, OWN (rows or keys a thread), BLOCK_OWN = WORKGROUP * OWN, BLOCK (others a
// tile, at most WORKGROUP), QK_DIM, V_DIM, STAGED (stages follow, so every score is edited), RAGGED.
// How the threads are numbered: reduce/entry_*.

const QK4: u32 = (QK_DIM + 3u) / 4u;
const V4: u32 = (V_DIM + 3u) / 4u;
// Gradients by values need none.
const VALUE4: u32 = select(V4, 1u, OF_VALUES);
const SUM_DIM: u32 = select(QK_DIM, V_DIM, OF_VALUES);
const SUM4: u32 = (SUM_DIM + 3u) / 4u;

var<workgroup> score_tile: array<vec4<f32>, BLOCK * QK4>;
var<workgroup> value_tile: array<vec4<f32>, BLOCK * VALUE4>;
// What is added up, a second time where it is what is scored too: compilers keep all they have read of one
// memory, on the stack.
var<workgroup> sum_tile: array<vec4<f32>, BLOCK * SUM4>;
var<workgroup> stats_tile: array<vec4<f32>, BLOCK>;
// Set once something that is not finite was staged: from then on weights of 0 select.
var<workgroup> some_nonfinite: atomic<u32>;

// A thread's rows or keys, and what they add up.
struct Mine {
    first: u32,
    score: array<array<vec4<f32>, QK4>, OWN>,
    value: array<array<vec4<f32>, VALUE4>, OWN>,
    stats: array<vec4<f32>, OWN>,
    sum: array<array<vec4<f32>, SUM4>, OWN>,
}

// Others in workgroup memory: the first, the head of their queries, whether pairs may be hidden, whether some
// are not finite.
struct TileAt {
    first: u32,
    h: u32,
    hides: bool,
    careful: bool,
}

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let o = owned(group_id(wid));
    if o.span.x >= o.span.y {
        return;
    }
    if tid == 0u {
        atomicStore(&some_nonfinite, 0u);
    }

    var mine: Mine;
    mine.first = o.span.x + tid * OWN;
    let others = met(o, vec2<u32>(mine.first, min(mine.first + OWN, o.span.y)));
    for (var r = 0u; r < OWN; r++) { // unroll
        for (var d = 0u; d < SUM4; d++) { // unroll
            mine.sum[r][d] = vec4<f32>(0.0);
        }
    }
    let heads = heads_of(o);
    for (var h = heads.x; h < heads.y; h++) {
        for (var r = 0u; r < OWN; r++) { // unroll
            // A thread past the end works on the last, for nothing.
            let n = min(mine.first + r, o.span.y - 1u);
            for (var d = 0u; d < QK4; d++) { // unroll
                mine.score[r][d] = own_score(o, h, n, d * 4u);
            }
            for (var d = 0u; d < VALUE4; d++) { // unroll
                mine.value[r][d] = own_value(o, h, n, d * 4u);
            }
            if !OWNS_KEYS {
                mine.stats[r] = row_stats[stats_at(o, h, n)];
            }
        }
        for (var at = o.others.x / BLOCK * BLOCK; at < o.others.y; at += BLOCK) {
            let pairs = pairs_of(o, at);
            if !pairs_listed(o, h, pairs.rows, pairs.keys) {
                continue;
            }
            workgroupBarrier();
            for (var n = tid; n < BLOCK * QK4; n += WORKGROUP) {
                var x = vec4<f32>(0.0);
                if at + n / QK4 < o.others.y {
                    x = other_score(o, h, at + n / QK4, (n % QK4) * 4u);
                }
                score_tile[n] = x;
                if !OF_VALUES {
                    hold_sum(n, x);
                }
            }
            for (var n = tid; n < BLOCK * V4; n += WORKGROUP) {
                var x = vec4<f32>(0.0);
                if at + n / V4 < o.others.y {
                    x = other_value(o, h, at + n / V4, (n % V4) * 4u);
                }
                if OF_VALUES {
                    hold_sum(n, x);
                } else {
                    value_tile[n] = x;
                }
            }
            if OWNS_KEYS && tid < BLOCK {
                stats_tile[tid] = row_stats[stats_at(o, h, min(at + tid, o.others.y - 1u))];
            }
            workgroupBarrier();
            let careful = atomicLoad(&some_nonfinite) != 0u;
            let hides = hides_some(o, pairs);
            // What none of the thread's own meets is staged for others.
            if at < others.y && at + BLOCK > others.x {
                meet(&mine, o, TileAt(at, h, hides, careful));
            }
        }
    }

    for (var r = 0u; r < OWN; r++) { // unroll
        if mine.first + r < o.span.y {
            for (var d = 0u; d < SUM4; d++) { // unroll
                store_o4(result_at(o, mine.first + r), d * 4u, SUM_DIM, finish(mine.sum[r][d]));
            }
        }
    }
}

// Adds what a tile gives to the sums of a thread.
fn meet(mine: ptr<function, Mine>, o: Owned, tile: TileAt) {
    // Products of every pair.
    var s: array<array<f32, OWN>, BLOCK>;
    var g: array<array<f32, OWN>, BLOCK>;
    for (var n = 0u; n < BLOCK; n++) { // unroll
        for (var r = 0u; r < OWN; r++) { // unroll
            s[n][r] = 0.0;
            g[n][r] = 0.0;
        }
    }
    for (var d = 0u; d < QK4; d++) { // unroll
        for (var n = 0u; n < BLOCK; n++) { // unroll
            let x = score_tile[n * QK4 + d];
            for (var r = 0u; r < OWN; r++) { // unroll
                s[n][r] = pair_onto(s[n][r], (*mine).score[r][d], x, tile.h, d * 4u);
            }
        }
    }
    if !OF_VALUES {
        for (var d = 0u; d < VALUE4; d++) { // unroll
            for (var n = 0u; n < BLOCK; n++) { // unroll
                let x = value_tile[n * V4 + d];
                for (var r = 0u; r < OWN; r++) { // unroll
                    g[n][r] = pair_onto(g[n][r], (*mine).value[r][d], x, tile.h, d * 4u);
                }
            }
        }
    }

    // What it adds up by.
    for (var n = 0u; n < BLOCK; n++) { // unroll
        for (var r = 0u; r < OWN; r++) { // unroll
            let own = (*mine).first + r;
            if OWNS_KEYS {
                s[n][r] = pair_weight(o, tile.h, tile.first + n, own, s[n][r], g[n][r], stats_tile[n], tile.hides);
            } else {
                s[n][r] = pair_weight(o, tile.h, own, tile.first + n, s[n][r], g[n][r], (*mine).stats[r], tile.hides);
            }
        }
    }
    if tile.careful {
        // A weight of 0 must hide its row, whatever that is.
        for (var d = 0u; d < SUM4; d++) { // unroll
            for (var n = 0u; n < BLOCK; n++) { // unroll
                let x = sum_tile[n * SUM4 + d];
                for (var r = 0u; r < OWN; r++) { // unroll
                    (*mine).sum[r][d] += select(s[n][r] * x, vec4<f32>(0.0), s[n][r] == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < SUM4; d++) { // unroll
            for (var c = 0u; c < 4u; c++) { // unroll
                var sums: array<f32, OWN>;
                for (var r = 0u; r < OWN; r++) { // unroll
                    sums[r] = (*mine).sum[r][d][c];
                }
                for (var n = 0u; n < BLOCK; n++) { // unroll
                    let x = sum_tile[n * SUM4 + d][c];
                    for (var r = 0u; r < OWN; r++) { // unroll
                        sums[r] = fma(s[n][r], x, sums[r]);
                    }
                }
                for (var r = 0u; r < OWN; r++) { // unroll
                    (*mine).sum[r][d][c] = sums[r];
                }
            }
        }
    }
}

// Stages four columns of what is added up.
fn hold_sum(n: u32, x: vec4<f32>) {
    sum_tile[n] = x;
    if any_nonfinite(x) {
        atomicStore(&some_nonfinite, 1u);
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
