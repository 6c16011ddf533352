const TX: u32 = 8u;
const TY: u32 = 8u;
const RQ: u32 = 2u;
const K_FOURS: u32 = 1u;
const QK_CHUNKS: u32 = 2u;
const V_CHUNKS: u32 = 2u;
const V_GROUPS: u32 = 1u;
const PART: u32 = 16u;
const WORKGROUP: u32 = 64u;
const BLOCK_Q: u32 = 16u;
const BLOCK_K: u32 = 32u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const ABREAST: u32 = 2u;
const BUNDLE: u32 = 16u;
const TURNS: bool = false;
const STAGED: bool = false;
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
@group(0) @binding(6) var<storage, read> block_spans: array<vec2<u32>>;
@group(0) @binding(7) var<storage, read> block_entries: array<u32>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    return s;
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
// Rows under block lists: a row tile lies in one block of queries. Whatever a list holds, nothing
// outside the tensors is read: spans are cut to the entries.

// Entries carry the block of keys in the low bits and this one if a selection hides part of it.
const PARTIAL: u32 = 0x80000000u;

fn row_tiles_of_block() -> u32 {
    return (params.block_q * params.pack + BLOCK_Q - 1u) / BLOCK_Q;
}

// Rows of row tile t (x: first, y: one past the last).
fn row_tile(t: u32) -> vec2<u32> {
    let rows = params.block_q * params.pack;
    let block = (t / row_tiles_of_block()) * rows;
    let at = (t % row_tiles_of_block()) * BLOCK_Q;
    return vec2<u32>(block + at, block + min(at + BLOCK_Q, rows));
}

// The list of a row tile (x: its first entry, y: how many).
fn list_span(b: u32, head: u32, t: u32) -> vec2<u32> {
    let cell = b * params.list_batch + (head / params.list_group) * params.list_head + t / row_tiles_of_block();
    let span = min(block_spans[cell], vec2<u32>(params.block_entries));
    return vec2<u32>(span.x, min(max(span.x, span.y) - span.x, params.kv_blocks));
}
// Tiles that a block list names: a block of keys is cut into tiles. An entry past the last block
// is an empty tile.

// The tile that is held, for the stage that asks the selection.
var<private> tile_block: u32;
var<private> tile_partial: bool;

fn key_tiles_of_block() -> u32 {
    return (params.block_kv + BLOCK_K - 1u) / BLOCK_K;
}

// Tiles of one split (x: first, y: one past the last); z is the list's first entry.
fn tile_span(t: u32, seen: Seen, split: u32) -> vec3<u32> {
    let list = list_span(seen.batch, seen.head, t);
    return vec3<u32>(split_share(list.y * key_tiles_of_block(), split), list.x);
}

fn tile_at(n: u32, base: u32, seen: Seen) -> Tile {
    let entry = block_entries[base + n / key_tiles_of_block()];
    let block = min(entry & ~PARTIAL, params.kv_blocks);
    let partly = entry >= PARTIAL;
    let first = block * params.block_kv + (n % key_tiles_of_block()) * BLOCK_K;
    let end = min(seen.keys.y, (block + 1u) * params.block_kv);
    // A tile before the visible keys is empty, as is one after them.
    return Tile(first, select(end, 0u, first + BLOCK_K <= seen.keys.x), partly, block);
}

// No tile is worked on from these variables: browsers take what is read from one to differ between threads.
fn hold_tile(tile: Tile) {
    tile_block = tile.listed;
    tile_partial = tile.partly;
}

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
// Maxima and sums over the TX threads of a row, through workgroup memory.
var<workgroup> row_part: array<f32, BLOCK_Q * TX>;

fn lanes_max(x: f32) -> f32 { return x; }
fn lanes_sum(x: f32) -> f32 { return x; }

// Before the barrier: this thread's part.
fn put_part(row: u32, tx: u32, x: f32) { row_part[row * TX + tx] = x; }

// After it: the whole row's.
fn row_max(row: u32, part: f32) -> f32 {
    var top = row_part[row * TX];
    for (var n = 1u; n < TX; n++) {
        top = max(top, row_part[row * TX + n]);
    }
    return top;
}
fn row_sum(row: u32, part: f32) -> f32 {
    var sum = row_part[row * TX];
    for (var n = 1u; n < TX; n++) {
        sum += row_part[row * TX + n];
    }
    return sum;
}
// Tiled attention with an online softmax (Dao et al., FlashAttention; Milakov and Gimelshein),
// register-blocked. What a score and a weight are: the fragments in pair/ and normalise/. A row's
// maximum and sum are taken by those in reduce/.
//
// A workgroup owns up to BLOCK_Q rows: a pack of query heads of one key head, interleaved, so that the pack
// reads each key once. Which rows and which tiles: the fragments in tiles/. Threads form TY x TX; a thread
// owns every TY-th row, RQ in all, K_FOURS times four keys of each tile and every TX-th vec4 column of the
// output. Queries and keys pass through workgroup memory TX vec4 columns at a time, and values PART keys at a
// time, so head sizes are not bounded by it. Each is loaded a step ahead, while the step before is computed.
// Weights take the place of queries, those of FOUR keys at a time. Workgroup memory and registers bound how
// many workgroups a GPU runs side by side (an H200 two, up to 24 KiB each), so what a row is of is not kept
// but found again.
//
// What neighbouring threads read at once lies STRIDE apart, in other banks: rows of TY threads follow one
// another, and so do the first keys of TX threads, their second ones, and so on. Threads of ABREAST rows
// alternate: some GPUs load what lanes n and n ^ 1, or n and n ^ 2, have in common at twice the rate.
//
// Constants: WORKGROUP = TX * TY, BLOCK_Q = TY * RQ, BLOCK_K = K_FOURS * FOUR, QK_DIM, V_DIM, QK_CHUNKS (TX
// vec4 columns each), V_CHUNKS (likewise, together), V_GROUPS (of these), PART (divides FOUR, a multiple of
// four, and its values are no more than what is staged of a tile's keys), STAGED (every score is edited).

const STRIDE: u32 = TX + 1u;
// Keys of a tile of which every thread has four.
const FOUR: u32 = 4u * TX;
// Keys that a thread stages: at least one where there are more threads than a tile has keys.
const KEYS: u32 = (BLOCK_K + TY - 1u) / TY;

// vec4 columns of values together, and vec4 of a part that a thread stages.
const V_ROW: u32 = V_CHUNKS * TX;
const V_FOURS: u32 = (PART * V_ROW + WORKGROUP - 1u) / WORKGROUP;

// Queries, then weights.
var<workgroup> q_tile: array<vec4<f32>, BLOCK_Q * STRIDE>;
var<workgroup> kv_tile: array<vec4<f32>, BLOCK_K * STRIDE>;
// Set once a value that is not finite was staged: in its place is 0, and it is added apart.
var<workgroup> v_nonfinite: atomic<u32>;

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
    let tx = tid / ABREAST % TX;
    let ty = tid / (ABREAST * TX) * ABREAST + tid % ABREAST;
    // The row that is staged, and its column.
    let sy = tid / TX;
    let sx = tid % TX;

    // Where the queries begin. Loads under no condition overlap; what rows past the end give is never used.
    var q_at: array<u32, RQ>;
    var m: array<f32, RQ>;
    var l: array<f32, RQ>;
    var part: array<f32, RQ>;
    {
const r = 0u;
        let row = g.first_row + r * TY + ty;
        q_at[r] = query_at(g, min(g.first_row + r * TY + sy, g.row_end - 1u));
        m[r] = MASKED;
        if row < g.row_end {
            m[r] = first_max(lse_at(g, head_of(g, row), row / params.pack));
        }
        l[r] = 0.0;
    }
{
const r = 1u;
        let row = g.first_row + r * TY + ty;
        q_at[r] = query_at(g, min(g.first_row + r * TY + sy, g.row_end - 1u));
        m[r] = MASKED;
        if row < g.row_end {
            m[r] = first_max(lse_at(g, head_of(g, row), row / params.pack));
        }
        l[r] = 0.0;
    }
    var acc: array<vec4<f32>, V_GROUPS * V_CHUNKS * RQ>;
    {
const n = 0u;
        acc[n] = vec4<f32>(0.0);
    }
{
const n = 1u;
        acc[n] = vec4<f32>(0.0);
    }
{
const n = 2u;
        acc[n] = vec4<f32>(0.0);
    }
{
const n = 3u;
        acc[n] = vec4<f32>(0.0);
    }

    var k_at: array<u32, KEYS>;
    var q_next: array<vec4<f32>, RQ>;
    var k_next: array<vec4<f32>, KEYS>;
    if g.tiles.x < g.tiles.y {
        let tile = tile_at(g.tiles.x, g.tiles.z, g.seen);
        hold_tile(tile);
        {
const r = 0u;
            q_next[r] = load_q4(q_at[r], sx * 4u);
        }
{
const r = 1u;
            q_next[r] = load_q4(q_at[r], sx * 4u);
        }
        {
const n = 0u;
            k_at[n] = key_at(g, tile, n * TY + sy);
            k_next[n] = load_k4(k_at[n], sx * 4u);
        }
{
const n = 1u;
            k_at[n] = key_at(g, tile, n * TY + sy);
            k_next[n] = load_k4(k_at[n], sx * 4u);
        }
{
const n = 2u;
            k_at[n] = key_at(g, tile, n * TY + sy);
            k_next[n] = load_k4(k_at[n], sx * 4u);
        }
{
const n = 3u;
            k_at[n] = key_at(g, tile, n * TY + sy);
            k_next[n] = load_k4(k_at[n], sx * 4u);
        }
    }
    for (var t = g.tiles.x; t < g.tiles.y; t++) {
        let after = tile_at(min(t + 1u, g.tiles.y - 1u), g.tiles.z, g.seen);
        hold_tile(after);
        var k_after: array<u32, KEYS>;
        {
const n = 0u;
            k_after[n] = key_at(g, after, n * TY + sy);
        }
{
const n = 1u;
            k_after[n] = key_at(g, after, n * TY + sy);
        }
{
const n = 2u;
            k_after[n] = key_at(g, after, n * TY + sy);
        }
{
const n = 3u;
            k_after[n] = key_at(g, after, n * TY + sy);
        }
        let tile = tile_at(t, g.tiles.z, g.seen);
        hold_tile(tile);
        if tile.first >= tile.end {
            {
const n = 0u;
                k_at[n] = k_after[n];
                k_next[n] = load_k4(k_at[n], sx * 4u);
            }
{
const n = 1u;
                k_at[n] = k_after[n];
                k_next[n] = load_k4(k_at[n], sx * 4u);
            }
{
const n = 2u;
                k_at[n] = k_after[n];
                k_next[n] = load_k4(k_at[n], sx * 4u);
            }
{
const n = 3u;
                k_at[n] = k_after[n];
                k_next[n] = load_k4(k_at[n], sx * 4u);
            }
            continue;
        }

        // Scores of RQ rows x K_FOURS x 4 keys.
        var s: array<vec4<f32>, K_FOURS * RQ>;
        {
const n = 0u;
            s[n] = vec4<f32>(0.0);
        }
{
const n = 1u;
            s[n] = vec4<f32>(0.0);
        }
        for (var c = 0u; c < QK_CHUNKS; c++) {
            {
const r = 0u;
                q_tile[(r * TY + sy) * STRIDE + sx] = scale_q(q_next[r]);
            }
{
const r = 1u;
                q_tile[(r * TY + sy) * STRIDE + sx] = scale_q(q_next[r]);
            }
            {
const n = 0u;
                let slot = n * TY + sy;
                if KEYS * TY == BLOCK_K || slot < BLOCK_K {
                    kv_tile[(slot % 4u * (BLOCK_K / 4u) + slot / 4u) * STRIDE + sx] = k_next[n];
                }
            }
{
const n = 1u;
                let slot = n * TY + sy;
                if KEYS * TY == BLOCK_K || slot < BLOCK_K {
                    kv_tile[(slot % 4u * (BLOCK_K / 4u) + slot / 4u) * STRIDE + sx] = k_next[n];
                }
            }
{
const n = 2u;
                let slot = n * TY + sy;
                if KEYS * TY == BLOCK_K || slot < BLOCK_K {
                    kv_tile[(slot % 4u * (BLOCK_K / 4u) + slot / 4u) * STRIDE + sx] = k_next[n];
                }
            }
{
const n = 3u;
                let slot = n * TY + sy;
                if KEYS * TY == BLOCK_K || slot < BLOCK_K {
                    kv_tile[(slot % 4u * (BLOCK_K / 4u) + slot / 4u) * STRIDE + sx] = k_next[n];
                }
            }
            workgroupBarrier();
            // After the last column comes the first one of the next tile.
            let column = ((c + 1u) % QK_CHUNKS * TX + sx) * 4u;
            {
const r = 0u;
                q_next[r] = load_q4(q_at[r], column);
            }
{
const r = 1u;
                q_next[r] = load_q4(q_at[r], column);
            }
            {
const n = 0u;
                k_at[n] = select(k_at[n], k_after[n], c + 1u == QK_CHUNKS);
                k_next[n] = load_k4(k_at[n], column);
            }
{
const n = 1u;
                k_at[n] = select(k_at[n], k_after[n], c + 1u == QK_CHUNKS);
                k_next[n] = load_k4(k_at[n], column);
            }
{
const n = 2u;
                k_at[n] = select(k_at[n], k_after[n], c + 1u == QK_CHUNKS);
                k_next[n] = load_k4(k_at[n], column);
            }
{
const n = 3u;
                k_at[n] = select(k_at[n], k_after[n], c + 1u == QK_CHUNKS);
                k_next[n] = load_k4(k_at[n], column);
            }
            {
const d = 0u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 1u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 2u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 3u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 4u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 5u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 6u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
{
const d = 7u;
                let at = (c * TX + d) * 4u;
                {
const f = 0u;
                    let k_at = (f * TX + tx) * STRIDE + d;
                    let k0 = kv_tile[k_at];
                    let k1 = kv_tile[k_at + BLOCK_K / 4u * STRIDE];
                    let k2 = kv_tile[k_at + BLOCK_K / 2u * STRIDE];
                    let k3 = kv_tile[k_at + BLOCK_K / 4u * 3u * STRIDE];
                    {
const r = 0u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
{
const r = 1u;
                        let x = q_tile[(r * TY + ty) * STRIDE + d];
                        let head = head_of(g, g.first_row + r * TY + ty);
                        let y = s[f * RQ + r];
                        s[f * RQ + r] = vec4<f32>(pair_onto(y.x, x, k0, head, at), pair_onto(y.y, x, k1, head, at), pair_onto(y.z, x, k2, head, at), pair_onto(y.w, x, k3, head, at));
                    }
                }
            }
            workgroupBarrier();
        }

        var v_next = load_part(g, tile, 0u, 0u, tid);

        // Hidden pairs become MASKED; what the running maximum of a row is of.
        let edits = STAGED || !sees_whole(g, tile);
        {
const r = 0u;
            {
const f = 0u;
                let n = f * RQ + r;
                s[n] = scale_pairs(s[n]);
                if edits {
                    let row = g.first_row + r * TY + ty;
                    let head = head_of(g, row);
                    let query = row / params.pack;
                    s[n] = edit_four(s[n], b, head, query, tile.first + (f * TX + tx) * 4u, seen_keys(keys_of(g, row), tile.end, b, head, query));
                }
                part[r] = select(size_of(s[n]), max(part[r], size_of(s[n])), f > 0u);
            }
            part[r] = lanes_max(part[r]);
            put_part(r * TY + ty, tx, part[r]);
        }
{
const r = 1u;
            {
const f = 0u;
                let n = f * RQ + r;
                s[n] = scale_pairs(s[n]);
                if edits {
                    let row = g.first_row + r * TY + ty;
                    let head = head_of(g, row);
                    let query = row / params.pack;
                    s[n] = edit_four(s[n], b, head, query, tile.first + (f * TX + tx) * 4u, seen_keys(keys_of(g, row), tile.end, b, head, query));
                }
                part[r] = select(size_of(s[n]), max(part[r], size_of(s[n])), f > 0u);
            }
            part[r] = lanes_max(part[r]);
            put_part(r * TY + ty, tx, part[r]);
        }
        workgroupBarrier();

        {
const r = 0u;
            let top = next_max(m[r], row_max(r * TY + ty, part[r]));
            let shrink = exp(m[r] - top);
            m[r] = top;
            l[r] *= shrink;
            {
const c = 0u;
                acc[c * RQ + r] *= shrink;
            }
{
const c = 1u;
                acc[c * RQ + r] *= shrink;
            }
        }
{
const r = 1u;
            let top = next_max(m[r], row_max(r * TY + ty, part[r]));
            let shrink = exp(m[r] - top);
            m[r] = top;
            l[r] *= shrink;
            {
const c = 0u;
                acc[c * RQ + r] *= shrink;
            }
{
const c = 1u;
                acc[c * RQ + r] *= shrink;
            }
        }

        {
const f = 0u;
            // Weights; the mass of a row stays spread over its threads until the end.
            {
const r = 0u;
                let row = g.first_row + r * TY + ty;
                let p = weights(s[f * RQ + r], m[r], b, head_of(g, row), row / params.pack, tile.first + (f * TX + tx) * 4u);
                q_tile[(r * TY + ty) * STRIDE + tx] = p;
                l[r] += mass(s[f * RQ + r], p);
            }
{
const r = 1u;
                let row = g.first_row + r * TY + ty;
                let p = weights(s[f * RQ + r], m[r], b, head_of(g, row), row / params.pack, tile.first + (f * TX + tx) * 4u);
                q_tile[(r * TY + ty) * STRIDE + tx] = p;
                l[r] += mass(s[f * RQ + r], p);
            }
            {
const u = 0u;
                // With one group the step before has loaded the first part already.
                if V_GROUPS > 1u && f + u > 0u {
                    v_next = load_part(g, tile, f * FOUR, u, tid);
                }
                for (var h = 0u; h < FOUR; h += PART) {
                    stage_part(v_next, tid);
                    workgroupBarrier();
                    v_next = load_part(g, tile, f * FOUR + h + PART, u, tid);
                    {
const k4 = 0u;
                        var p: array<vec4<f32>, RQ>;
                        {
const r = 0u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
{
const r = 1u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
                        {
const c = 0u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
{
const c = 1u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
                    }
{
const k4 = 1u;
                        var p: array<vec4<f32>, RQ>;
                        {
const r = 0u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
{
const r = 1u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
                        {
const c = 0u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
{
const c = 1u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
                    }
{
const k4 = 2u;
                        var p: array<vec4<f32>, RQ>;
                        {
const r = 0u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
{
const r = 1u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
                        {
const c = 0u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
{
const c = 1u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
                    }
{
const k4 = 3u;
                        var p: array<vec4<f32>, RQ>;
                        {
const r = 0u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
{
const r = 1u;
                            p[r] = q_tile[(r * TY + ty) * STRIDE + h / 4u + k4];
                        }
                        {
const c = 0u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
{
const c = 1u;
                            let v_at = k4 * 4u * V_ROW + c * TX + tx;
                            let v0 = kv_tile[v_at];
                            let v1 = kv_tile[v_at + V_ROW];
                            let v2 = kv_tile[v_at + 2u * V_ROW];
                            let v3 = kv_tile[v_at + 3u * V_ROW];
                            {
const r = 0u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
{
const r = 1u;
                                let n = (u * V_CHUNKS + c) * RQ + r;
                                acc[n] = fma(p[r].wwww, v3, fma(p[r].zzzz, v2, fma(p[r].yyyy, v1, fma(p[r].xxxx, v0, acc[n]))));
                            }
                        }
                    }
                    if h + PART < FOUR {
                        workgroupBarrier();
                    }
                }
                // Once for all parts: accumulators that a branch may change are copied where its ways meet.
                if atomicLoad(&v_nonfinite) != 0u {
                    for (var k = 0u; k < FOUR; k++) {
                        let v_at = value_at(g, tile, f * FOUR + k);
                        {
const c = 0u;
                            let x = load_v4(v_at, (u * V_ROW + c * TX + tx) * 4u);
                            {
const r = 0u;
                                let p = q_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                                acc[(u * V_CHUNKS + c) * RQ + r] += select(vec4<f32>(0.0), p * x, nonfinite(x) & vec4<bool>(p != 0.0));
                            }
{
const r = 1u;
                                let p = q_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                                acc[(u * V_CHUNKS + c) * RQ + r] += select(vec4<f32>(0.0), p * x, nonfinite(x) & vec4<bool>(p != 0.0));
                            }
                        }
{
const c = 1u;
                            let x = load_v4(v_at, (u * V_ROW + c * TX + tx) * 4u);
                            {
const r = 0u;
                                let p = q_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                                acc[(u * V_CHUNKS + c) * RQ + r] += select(vec4<f32>(0.0), p * x, nonfinite(x) & vec4<bool>(p != 0.0));
                            }
{
const r = 1u;
                                let p = q_tile[(r * TY + ty) * STRIDE + k / 4u][k % 4u];
                                acc[(u * V_CHUNKS + c) * RQ + r] += select(vec4<f32>(0.0), p * x, nonfinite(x) & vec4<bool>(p != 0.0));
                            }
                        }
                    }
                }
                workgroupBarrier();
            }
        }
    }

    {
const r = 0u;
        part[r] = lanes_sum(l[r]);
        put_part(r * TY + ty, tx, part[r]);
    }
{
const r = 1u;
        part[r] = lanes_sum(l[r]);
        put_part(r * TY + ty, tx, part[r]);
    }
    workgroupBarrier();
    {
const r = 0u;
        let row = g.first_row + r * TY + ty;
        if row < g.row_end {
            let head = head_of(g, row);
            let query = row / params.pack;
            let end = finish_row(m[r], row_sum(r * TY + ty, part[r]), head, g.split);
            let at = output_at(g, head, query);
            let factor = end.x * row_weight(b, head, query);
            {
const c = 0u;
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * factor, b, head, query, d));
            }
{
const c = 1u;
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * factor, b, head, query, d));
            }
            if tx == 0u {
                store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
            }
        }
    }
{
const r = 1u;
        let row = g.first_row + r * TY + ty;
        if row < g.row_end {
            let head = head_of(g, row);
            let query = row / params.pack;
            let end = finish_row(m[r], row_sum(r * TY + ty, part[r]), head, g.split);
            let at = output_at(g, head, query);
            let factor = end.x * row_weight(b, head, query);
            {
const c = 0u;
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * factor, b, head, query, d));
            }
{
const c = 1u;
                let d = (c * TX + tx) * 4u;
                store_o4(at, d, V_DIM, output(acc[c * RQ + r] * factor, b, head, query, d));
            }
            if tx == 0u {
                store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
            }
        }
    }
}

// What a thread stages of a part of the values from the tile's slot `first` on, of the u-th group of columns.
fn load_part(g: Group, tile: Tile, first: u32, u: u32, tid: u32) -> array<vec4<f32>, V_FOURS> {
    var x: array<vec4<f32>, V_FOURS>;
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        x[n] = load_v4(value_at(g, tile, first + i / V_ROW), (u * V_ROW + i % V_ROW) * 4u);
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        x[n] = load_v4(value_at(g, tile, first + i / V_ROW), (u * V_ROW + i % V_ROW) * 4u);
    }
{
const n = 2u;
        let i = n * WORKGROUP + tid;
        x[n] = load_v4(value_at(g, tile, first + i / V_ROW), (u * V_ROW + i % V_ROW) * 4u);
    }
{
const n = 3u;
        let i = n * WORKGROUP + tid;
        x[n] = load_v4(value_at(g, tile, first + i / V_ROW), (u * V_ROW + i % V_ROW) * 4u);
    }
    return x;
}

// Stages it. That some value is not finite is seen by the largest of all bits but the sign's.
fn stage_part(x: array<vec4<f32>, V_FOURS>, tid: u32) {
    var largest = vec4<u32>(0u);
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = x[n];
            largest = max(largest, bitcast<vec4<u32>>(x[n]) & vec4<u32>(0x7fffffffu));
        }
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = x[n];
            largest = max(largest, bitcast<vec4<u32>>(x[n]) & vec4<u32>(0x7fffffffu));
        }
    }
{
const n = 2u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = x[n];
            largest = max(largest, bitcast<vec4<u32>>(x[n]) & vec4<u32>(0x7fffffffu));
        }
    }
{
const n = 3u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = x[n];
            largest = max(largest, bitcast<vec4<u32>>(x[n]) & vec4<u32>(0x7fffffffu));
        }
    }
    if all(largest < vec4<u32>(0x7f800000u)) {
        return;
    }
    atomicStore(&v_nonfinite, 1u);
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = select(x[n], vec4<f32>(0.0), nonfinite(x[n]));
        }
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = select(x[n], vec4<f32>(0.0), nonfinite(x[n]));
        }
    }
{
const n = 2u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = select(x[n], vec4<f32>(0.0), nonfinite(x[n]));
        }
    }
{
const n = 3u;
        let i = n * WORKGROUP + tid;
        if PART * V_ROW % WORKGROUP == 0u || i < PART * V_ROW {
            kv_tile[i] = select(x[n], vec4<f32>(0.0), nonfinite(x[n]));
        }
    }
}

// Keys that a row sees at most: none for a row that is switched off.
fn keys_of(g: Group, row: u32) -> vec2<u32> {
    if row >= g.row_end || row_weight(g.seen.batch, head_of(g, row), row / params.pack) == 0.0 {
        return vec2<u32>(0u);
    }
    return key_range(row / params.pack, g.seen.offset, g.kv_len);
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
