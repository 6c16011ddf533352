const RQ: u32 = 8u;
const WORKGROUP: u32 = 16u;
const BLOCK_Q: u32 = 128u;
const BLOCK_K: u32 = 16u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const ABREAST: u32 = 1u;
const BUNDLE: u32 = 16u;
const TURNS: bool = false;
const STAGED: bool = true;
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
@group(0) @binding(4) var<storage, read_write> o: array<vec4<f32>>;
@group(0) @binding(5) var<storage, read_write> lse: array<f32>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    s = mask_pattern(s, b, h, i, j);
    return s;
}
fn pattern_sees(row: Row, p: i32, j: i32, len: i32) -> bool {
    return ((sees_first_keys(vec3<u32>(3u, 0u, 0u), row, p, j, len) || sees_window(vec3<u32>(10u, 10u, 0u), row, p, j, len)) || ((p >= 0 && sees_neighbourhood(vec3<u32>(3u, 1u, 0u), row, axis_place(8, 8, p), axis_place(8, 8, j), 8)) && (p >= 0 && sees_neighbourhood(vec3<u32>(3u, 1u, 0u), row, axis_place(1, 8, p), axis_place(1, 8, j), 8))));
}
fn pattern_tile(rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return ((tile_first_keys(vec3<u32>(3u, 0u, 0u), rows, p, keys) || tile_window(vec3<u32>(10u, 10u, 0u), rows, p, keys)) || ((p.y >= 0 && tile_neighbourhood(vec3<u32>(3u, 1u, 0u), rows, axis_places(8, 8, p), axis_keys(8, 8, keys))) && (p.y >= 0 && tile_neighbourhood(vec3<u32>(3u, 1u, 0u), rows, axis_places(1, 8, p), axis_keys(1, 8, keys)))));
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
fn store_o4(base: u32, d: u32, dim: u32, x: vec4<f32>) {
    if d < dim { o[(base + d) >> 2u] = vec4<OutElem>(x); }
}
// Keeps the log-sum-exp of a row.
fn store_lse(at: u32, x: vec2<f32>) { lse[at] = x.x + x.y; }
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
// What patterns are asked about, and places along an axis of a grid.

// A pair: batch entry, query head, query and key, whatever axis the rule looks along.
struct Row {
    b: u32,
    head: u32,
    i: u32,
    j: u32,
}

// A tile: batch entry, first head, first and last query, and keys.
struct RowTile {
    b: u32,
    head: u32,
    first: u32,
    last: u32,
    keys: vec2<i32>,
}

// The place of a token on an axis of `len` places, `step` tokens apart.
fn axis_place(step: i32, len: i32, token: i32) -> i32 {
    return (max(token, 0) / step) % len;
}

// The places of tokens x..=y: all, if they go round.
fn axis_places(step: i32, len: i32, tokens: vec2<i32>) -> vec2<i32> {
    let at = max(tokens, vec2<i32>(0)) / step;
    return select(vec2<i32>(0, len - 1), at % len, at.x / len == at.y / len);
}

// The places of tokens x..y.
fn axis_keys(step: i32, len: i32, keys: vec2<i32>) -> vec2<i32> {
    return axis_places(step, len, keys - vec2<i32>(0, 1)) + vec2<i32>(0, 1);
}
// The first n.x keys.
fn sees_first_keys(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return j < i32(n.x);
}
fn tile_first_keys(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x < i32(n.x);
}
// The nearest keys: n.x before, n.y after.
fn sees_window(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return p - j <= i32(n.x) && j - p <= i32(n.y);
}
fn tile_window(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return keys.x <= p.y + i32(n.y) && keys.y > p.x - i32(n.x);
}
// A neighbourhood of n.x keys, n.y apart, everywhere: its centre moves inward at the borders.
// Every residue of the step is a line of its own.
fn sees_neighbourhood(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    let size = i32(n.x);
    let step = i32(n.y);
    if p < 0 || p >= len || abs(p - j) % step != 0 {
        return false;
    }
    let places = (len - p % step + step - 1) / step;
    let first = clamp(p / step - size / 2, 0, max(places - size, 0));
    return j / step >= first && j / step < first + size;
}
fn tile_neighbourhood(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    // At a border the neighbourhood reaches a kernel's length from its query.
    let reach = i32(min(n.x, 0x10000000u / n.y) * n.y);
    return keys.x <= p.y + reach && keys.y > p.x - reach;
}
// Pairs that the pattern does not show are hidden.
fn mask_pattern(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let p = i32(i) + align_offset(q_count(b), kv_count(b));
    return select(MASKED, s, pattern_sees(Row(b, h, i, j), p, i32(j), i32(kv_count(b))));
}
// Tiles in a row, between the first and the last key that some row sees, but for those in which
// the pattern shows no pair.

// Rows of row tile t (x: first, y: one past the last).
fn row_tile(t: u32) -> vec2<u32> {
    return vec2<u32>(t * BLOCK_Q, (t + 1u) * BLOCK_Q);
}

// Tiles of one split (x: first, y: one past the last); z is for tile_at.
fn tile_span(t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let lo = seen.keys.x / BLOCK_K;
    let tiles = max(lo, (seen.keys.y + BLOCK_K - 1u) / BLOCK_K) - lo;
    return vec3<u32>(split_share(tiles, split) + vec2<u32>(lo), 0u);
}

fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    let keys = vec2<u32>(n * BLOCK_K, min((n + 1u) * BLOCK_K, seen.keys.y));
    let queries = vec2<u32>(seen.positions - vec2<i32>(seen.offset));
    let rows = RowTile(seen.batch, seen.head, queries.x, queries.y, vec2<i32>(keys));
    return Tile(keys.x, select(0u, keys.y, pattern_tile(rows, seen.positions, vec2<i32>(keys))), false, 0u);
}

fn hold_tile(tile: Tile) {}

fn key_of(slot: u32) -> u32 { return slot; }
// Keys of a tile that ends at `end` which a row sees (x: first, y: one past the last): no selection of
// blocks hides any.
fn seen_keys(keys: vec2<u32>, end: u32, b: u32, h: u32, i: u32) -> vec2<u32> {
    return min(keys, vec2<u32>(end));
}
// exp of a score, with the maximum found on the way.
fn first_max(lse_at: u32) -> f32 { return MASKED; }
fn next_max(m: f32, tile: f32) -> f32 { return max(m, tile); }
fn size_of(s: vec4<f32>) -> f32 { return max(max(s.x, s.y), max(s.z, s.w)); }

fn weights(s: vec4<f32>, top: f32, b: u32, head: u32, i: u32, slot: u32) -> vec4<f32> {
    // Where all is hidden, MASKED less MASKED would be 0.
    return exp_kept4(s - vec4<f32>(select(top, 0.0, top == MASKED)));
}
// The sum of weights.
fn mass(s: vec4<f32>, p: vec4<f32>) -> f32 { return p.x + p.y + p.z + p.w; }
// Division by the mass of a row with maximum m: the factor of the accumulated output (x) and the
// log of the mass (yz, to be added), by which partial results are merged. What a sink adds counts
// once, in the first split.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec3<f32> {
    var top = m;
    var shrink = 1.0;
    var sum = l;
    let sink = sink_logit(head);
    if split == 0u && sink != MASKED {
        top = max(top, sink);
        shrink = exp(m - top);
        sum = sum * shrink + exp(sink - top);
    }
    return vec3<f32>(select(0.0, shrink / sum, row_seen(sum)), log_parts(top, sum));
}
// No sink.
fn sink_logit(h: u32) -> f32 { return MASKED; }
// Every row counts as it is.
fn row_weight(b: u32, h: u32, i: u32) -> f32 { return 1.0; }
fn rows_wanted(b: u32, head_base: u32, first_row: u32, row_end: u32) -> bool { return true; }
// Four columns of an output row, as they are.
fn output(x: vec4<f32>, b: u32, h: u32, i: u32, d: u32) -> vec4<f32> { return x; }
// What the tiled kernels share: the form of a tile, the share of a split, the edit of four
// scores.

// Slots of a tile for keys: the first, and one past the last key. `key_of` says which key a slot of the tile
// that is held (`hold_tile`) has; a key from `end` on is none. An empty tile is passed over.
struct Tile {
    first: u32,
    end: u32,
    // A selection may hide some of its pairs.
    partly: bool,
    // What the list it is from says of it: its block, or its first entry.
    listed: u32,
}

// What a workgroup's rows see at most: keys (x: first, y: one past the last), and the positions
// of its first and last query.
struct Seen {
    keys: vec2<u32>,
    positions: vec2<i32>,
    // Whose they are (the first of their heads), and what makes a query's index its position.
    batch: u32,
    head: u32,
    offset: i32,
}

// A workgroup's rows, what they see at most, and where their tensors begin.
struct Group {
    seen: Seen,
    split: u32,
    // The first row and one past the last. Without rows, no tiles.
    first_row: u32,
    row_end: u32,
    kv_len: u32,
    // Keys that every row sees (x: first, y: one past the last).
    by_all: vec2<u32>,
    // First, one past the last, and a number for `tile_at`.
    tiles: vec3<u32>,
    q_base: u32,
    k_base: u32,
    v_base: u32,
    lse_base: u32,
}

fn group_of(group: u32) -> Group {
    let split = group % params.splits;
    // Later rows see more keys under a causal mask: the longest work of BUNDLE packs begins first. With TURNS
    // long and short work alternate as the Thue-Morse sequence does, so that shares of workgroups in a row
    // are alike, and those at any power of two.
    let id = group / params.splits;
    let first_pack = id / (BUNDLE * params.q_tiles) * BUNDLE;
    let beside = min(BUNDLE, params.groups / params.splits / params.q_tiles - first_pack);
    let in_bundle = id - first_pack * params.q_tiles;
    let place = in_bundle / beside;
    let row = place / select(1u, 2u, TURNS);
    let row_tile_id = select(params.q_tiles - 1u - row, row, TURNS && countOneBits(place) % 2u == 1u);
    let pack = first_pack + in_bundle % beside;
    let row_range = row_tile(row_tile_id);
    let head_base = params.head_base + (pack % params.packs) * params.pack;
    let kv_head = head_base / params.group;
    let b = params.batch_base + pack / params.packs;

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    let first_row = row_range.x;
    let row_end = min(row_range.y, q_len * params.pack);
    let offset = align_offset(q_len, kv_len);
    let first_query = first_row / params.pack;
    let last_query = (max(row_end, 1u) - 1u) / params.pack;
    let first_range = key_range(first_query, offset, kv_len);
    let last_range = key_range(last_query, offset, kv_len);
    let seen = Seen(vec2<u32>(first_range.x, last_range.y), vec2<i32>(i32(first_query) + offset, i32(last_query) + offset), b, head_base, offset);
    var tiles = vec3<u32>(0u);
    if first_row < row_end && seen.keys.x < seen.keys.y && rows_wanted(b, head_base, first_row, row_end) {
        tiles = tile_span(row_tile_id, seen, split);
    }
    return Group(
        seen, split, first_row, row_end, kv_len, vec2<u32>(last_range.x, first_range.y), tiles,
        params.q_offset + b * params.q_batch + q_start(b) * params.q_row,
        params.k_offset + b * params.k_batch + kv_head * params.k_head + kv_start(b) * params.k_row,
        params.v_offset + b * params.v_batch + kv_head * params.v_head + kv_start(b) * params.v_row,
        b * params.lse_batch + q_start(b),
    );
}

// A row's head. The heads of a pack alternate: row n is of head n % pack and query n / pack.
fn head_of(g: Group, row: u32) -> u32 {
    return g.seen.head + row % params.pack;
}

// Where a row's query begins.
fn query_at(g: Group, row: u32) -> u32 {
    return g.q_base + head_of(g, row) * params.q_head + (row / params.pack) * params.q_row;
}

// Where a query's output goes.
fn output_at(g: Group, head: u32, query: u32) -> u32 {
    return params.o_offset + g.split * params.o_split + g.seen.batch * params.o_batch + head * params.o_head + (q_start(g.seen.batch) + query) * params.o_row;
}

// Where the log of a query's sum of weights is, but for the split.
fn lse_at(g: Group, head: u32, query: u32) -> u32 {
    return g.lse_base + head * params.lse_head + query;
}

// The key of a tile's n-th slot, some other that there is past its end, and where that key and its value
// begin.
fn key_in(tile: Tile, n: u32) -> u32 { return min(key_of(tile.first + n), max(tile.end, 1u) - 1u); }
fn key_at(g: Group, tile: Tile, n: u32) -> u32 { return g.k_base + key_in(tile, n) * params.k_row; }
fn value_at(g: Group, tile: Tile, n: u32) -> u32 { return g.v_base + key_in(tile, n) * params.v_row; }

// Whether all BLOCK_Q rows see the whole tile: nothing to hide.
fn sees_whole(g: Group, tile: Tile) -> bool {
    return tile.first >= g.by_all.x && tile.first + BLOCK_K <= min(g.by_all.y, tile.end) && g.row_end == g.first_row + BLOCK_Q && !tile.partly;
}

// The share of one split in a number of tiles (x: first, y: one past the last).
fn split_share(tiles: u32, split: u32) -> vec2<u32> {
    let share = (tiles + params.splits - 1u) / params.splits;
    return vec2<u32>(min(split * share, tiles), min((split + 1u) * share, tiles));
}

fn edit_one(s: f32, b: u32, head: u32, i: u32, slot: u32, keys: vec2<u32>) -> f32 {
    let key = key_of(slot);
    if key < keys.x || key >= keys.y {
        return MASKED;
    }
    let x = edit_score(s, b, head, i, key);
    return select(x, LOWEST_VISIBLE, x != MASKED && x < LOWEST_VISIBLE);
}

// Scores of four slots in a row; hidden ones become MASKED.
fn edit_four(s: vec4<f32>, b: u32, head: u32, i: u32, slot: u32, keys: vec2<u32>) -> vec4<f32> {
    return vec4<f32>(
        edit_one(s.x, b, head, i, slot, keys),
        edit_one(s.y, b, head, i, slot + 1u, keys),
        edit_one(s.z, b, head, i, slot + 2u, keys),
        edit_one(s.w, b, head, i, slot + 3u, keys),
    );
}
// Attends to four keys at a time, feature by feature: for drivers that read workgroup memory
// lane by lane, so that rows matter more than the order of sums.
const PASS: u32 = 4u;

fn attend(rows: ptr<function, Rows>, tile: TileAt) {
    var s: array<vec4<f32>, RQ>;
    for (var r = 0u; r < RQ; r++) {
        s[r] = vec4<f32>(0.0);
    }
    for (var d = 0u; d < QK4; d++) {
        let k0 = k_tile[tile.first * QK4 + d];
        let k1 = k_tile[(tile.first + 1u) * QK4 + d];
        let k2 = k_tile[(tile.first + 2u) * QK4 + d];
        let k3 = k_tile[(tile.first + 3u) * QK4 + d];
        for (var r = 0u; r < RQ; r++) {
            let x = (*rows).q[r][d];
            let head = tile.head_base + ((*rows).first + r) % params.pack;
            s[r] += vec4<f32>(pair(x, k0, head, d * 4u), pair(x, k1, head, d * 4u), pair(x, k2, head, d * 4u), pair(x, k3, head, d * 4u));
        }
    }
    var shrink: array<f32, RQ>;
    for (var r = 0u; r < RQ; r++) {
        let row = (*rows).first + r;
        let head = tile.head_base + row % params.pack;
        s[r] = scale_pairs(s[r]);
        if STAGED || tile.hides {
            s[r] = edit_four(s[r], tile.batch, head, row / params.pack, tile.slot, seen_keys((*rows).keys[r], tile.end, tile.batch, head, row / params.pack));
        }
        let top = next_max((*rows).m[r], size_of(s[r]));
        shrink[r] = exp((*rows).m[r] - top);
        (*rows).m[r] = top;
        let p = weights(s[r], top, tile.batch, head, row / params.pack, tile.slot);
        (*rows).l[r] = (*rows).l[r] * shrink[r] + mass(s[r], p);
        s[r] = p;
    }
    if tile.careful {
        // A weight of 0 must hide its value, whatever that is: one key at a time.
        for (var n = 0u; n < 4u; n++) {
            for (var d = 0u; d < V4; d++) {
                let v = v_tile[(tile.first + n) * V4 + d];
                for (var r = 0u; r < RQ; r++) {
                    let p = s[r][n];
                    (*rows).acc[r][d] = (*rows).acc[r][d] * select(1.0, shrink[r], n == 0u)
                        + select(p * v, vec4<f32>(0.0), p == 0.0);
                }
            }
        }
    } else {
        for (var d = 0u; d < V4; d++) {
            let v0 = v_tile[tile.first * V4 + d];
            let v1 = v_tile[(tile.first + 1u) * V4 + d];
            let v2 = v_tile[(tile.first + 2u) * V4 + d];
            let v3 = v_tile[(tile.first + 3u) * V4 + d];
            for (var r = 0u; r < RQ; r++) {
                (*rows).acc[r][d] = (*rows).acc[r][d] * shrink[r] + s[r].x * v0 + s[r].y * v1 + s[r].z * v2 + s[r].w * v3;
            }
        }
    }
}

// Keys that all who take part in a tile see at most: every thread goes alone.
fn seen_together(own: vec2<u32>) -> vec2<u32> {
    return own;
}
// Tiled attention with an online softmax, whole rows a thread: the form for devices whose
// invocations are the lanes of a processor. Every lane reads the same key at the same time,
// which is one load and a broadcast there; RQ rows a thread share that load. On a GPU the rows
// would not fit the registers: see flash.wgsl.
//
// Which rows and which tiles: the fragments in tiles/. How a tile is attended to: those in rows/.
// How the threads are numbered: reduce/entry_*.
//
// Constants: WORKGROUP, RQ, BLOCK_Q = WORKGROUP * RQ, BLOCK_K (a multiple of 4), QK_DIM, V_DIM,
// STAGED (stages or factors of rows follow, so every score is edited).

const QK4: u32 = (QK_DIM + 3u) / 4u;
const V4: u32 = (V_DIM + 3u) / 4u;

var<workgroup> k_tile: array<vec4<f32>, BLOCK_K * QK4>;
var<workgroup> v_tile: array<vec4<f32>, BLOCK_K * V4>;
// Set once a value that is not finite was staged: from then on weights of 0 select.
var<workgroup> v_nonfinite: atomic<u32>;

// A thread's rows: neighbours, so that the lanes of a subgroup see the same tiles.
struct Rows {
    first: u32,
    q: array<array<vec4<f32>, QK4>, RQ>,
    acc: array<array<vec4<f32>, V4>, RQ>,
    // Keys that each row sees (x: first, y: one past the last).
    keys: array<vec2<u32>, RQ>,
    // What the weights are relative to, and their sum.
    m: array<f32, RQ>,
    l: array<f32, RQ>,
}

// PASS keys of the tile in workgroup memory: their first slot, one past the last key, where they lie
// in the tile, whether pairs may be hidden, whether a value is not finite, and who asks.
struct TileAt {
    batch: u32,
    head_base: u32,
    slot: u32,
    end: u32,
    first: u32,
    hides: bool,
    careful: bool,
    tid: u32,
}

fn run(wid: vec3<u32>, tid: u32) {
    if group_id(wid) >= params.groups {
        return;
    }
    let g = group_of(group_id(wid));
    if g.first_row >= g.row_end {
        return;
    }
    let b = g.seen.batch;

    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&v_nonfinite, 0u);
    }

    var rows: Rows;
    rows.first = g.first_row + tid * RQ;
    var row_factor: array<f32, RQ>;
    // Keys that some row of the thread sees.
    var own = vec2<u32>(0xffffffffu, 0u);
    for (var r = 0u; r < RQ; r++) { // unroll
        let row = rows.first + r;
        let at = query_at(g, row);
        for (var d = 0u; d < QK4; d++) { // unroll
            rows.q[r][d] = vec4<f32>(0.0);
            if row < g.row_end {
                rows.q[r][d] = scale_q(load_q4(at, d * 4u));
            }
        }
        for (var d = 0u; d < V4; d++) { // unroll
            rows.acc[r][d] = vec4<f32>(0.0);
        }
        rows.keys[r] = vec2<u32>(0u);
        rows.m[r] = MASKED;
        rows.l[r] = 0.0;
        row_factor[r] = 0.0;
        if row < g.row_end {
            row_factor[r] = row_weight(b, head_of(g, row), row / params.pack);
            rows.keys[r] = select(key_range(row / params.pack, g.seen.offset, g.kv_len), vec2<u32>(0u), row_factor[r] == 0.0);
            rows.m[r] = first_max(lse_at(g, head_of(g, row), row / params.pack));
        }
        own = vec2<u32>(min(own.x, rows.keys[r].x), max(own.y, rows.keys[r].y));
    }

    own = seen_together(own);

    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let tile = tile_at(t, g.tiles.z, g.seen);
        hold_tile(tile);
        let key0 = tile.first;
        if key0 >= tile.end {
            continue;
        }
        workgroupBarrier();
        for (var n = tid; n < BLOCK_K * QK4; n += WORKGROUP) {
            let key = key_of(key0 + n / QK4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_k4(g.k_base + key * params.k_row, (n % QK4) * 4u);
            }
            k_tile[n] = x;
        }
        for (var n = tid; n < BLOCK_K * V4; n += WORKGROUP) {
            let key = key_of(key0 + n / V4);
            var x = vec4<f32>(0.0);
            if key < tile.end {
                x = load_v4(g.v_base + key * params.v_row, (n % V4) * 4u);
                if any_nonfinite(x) {
                    atomicStore(&v_nonfinite, 1u);
                }
            }
            v_tile[n] = x;
        }
        workgroupBarrier();
        let careful = atomicLoad(&v_nonfinite) != 0u;
        let whole = sees_whole(g, tile);

        if tile.partly || (key0 < own.y && key0 + BLOCK_K > own.x) {
            for (var n = 0u; n < BLOCK_K / PASS; n++) { // unroll
                attend(&rows, TileAt(b, g.seen.head, key0 + n * PASS, tile.end, n * PASS, !whole, careful, tid));
            }
        }
    }

    for (var r = 0u; r < RQ; r++) { // unroll
        let row = rows.first + r;
        if row < g.row_end {
            let head = head_of(g, row);
            let query = row / params.pack;
            let end = finish_row(rows.m[r], rows.l[r], head, g.split);
            let at = output_at(g, head, query);
            for (var d = 0u; d < V4; d++) { // unroll
                store_o4(at, d * 4u, V_DIM, output(rows.acc[r][d] * (end.x * row_factor[r]), b, head, query, d * 4u));
            }
            store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
        }
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
