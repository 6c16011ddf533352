enable f16;
enable wgpu_cooperative_matrix;
const SIZE: u32 = 16u;
const LANES: u32 = 32u;
const TX: u32 = 2u;
const TEAM: u32 = 2u;
const HIGH: u32 = 2u;
const WORKGROUP: u32 = 128u;
const BLOCK_Q: u32 = 64u;
const BLOCK_K: u32 = 32u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const ABREAST: u32 = 1u;
const BUNDLE: u32 = 16u;
const TURNS: bool = false;
const STAGED: bool = false;
alias Eight = vec4<u32>;
alias OutElem = f16;
alias Left = coop_mat16x16<f16, A>;
alias Right = coop_mat16x16<f16, B>;
alias Sum = coop_mat16x16<f32, C>;
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
@group(0) @binding(1) var<storage, read> q: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read> k: array<vec4<u32>>;
@group(0) @binding(3) var<storage, read> v: array<vec4<u32>>;
@group(0) @binding(4) var<storage, read_write> o: array<vec4<f16>>;
@group(0) @binding(5) var<storage, read_write> lse: array<f32>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    return s;
}
// Eight f16 at once, 16 bytes, of rows that start and end at multiples of eight; fours are halves of them.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return four_of(q[(base + d) >> 3u], d);
}

fn load_v4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return four_of(v[(base + d) >> 3u], d);
}

fn load_k8(base: u32, d: u32) -> Eight {
    if d >= QK_DIM { return Eight(); }
    return k[(base + d) >> 3u];
}

fn load_v8(base: u32, d: u32) -> Eight {
    if d >= V_DIM { return Eight(); }
    return v[(base + d) >> 3u];
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
// Tiles in a row: every one between the first and the last key that some row sees.

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
    return Tile(n * BLOCK_K, seen.keys.y, false, 0u);
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
// Workgroup memory of cooperative matrices as vectors of four: a thread stores four elements at once.
alias Halves = vec4<f16>;
alias Floats = vec4<f32>;
const UNIT: u32 = 4u;

fn put_halves(at: u32, x: vec4<f16>) { halves[at / 4u] = x; }
fn put_floats(at: u32, x: vec4<f32>) { floats[at / 4u] = x; }
fn four_halves(at: u32) -> vec4<f16> { return halves[at / 4u]; }
fn four_floats(at: u32) -> vec4<f32> { return floats[at / 4u]; }
// Loops over matrices are written out.
const MORE: u32 = 0u;

fn set_lengths() {}
// What passes through workgroup memory: keys and values, to the same place, by way of eights in a thread's
// registers; and outputs, from matrices and back.

fn take_queries(g: Group, tid: u32, strip: u32, queries: ptr<function, array<Left, HIGH * QS>>) {
    // All loads first, and under no condition: what rows past the end give is never used.
    var fours: array<vec4<f16>, QS / KS * Q_FOURS>;
    if g.row_end > 0u {
        {
const c = 0u;
            {
const n = 0u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 1u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 2u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 3u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
        }
{
const c = 1u;
            {
const n = 0u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 1u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 2u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
{
const n = 3u;
                let i = n * WORKGROUP + tid;
                let row = min(g.first_row + i / (BLOCK_K / 4u), g.row_end - 1u);
                fours[c * Q_FOURS + n] = vec4<f16>(load_q4(query_at(g, row), c * BLOCK_K + i % (BLOCK_K / 4u) * 4u));
            }
        }
    }
    {
const c = 0u;
        {
const n = 0u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 1u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 2u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 3u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
        workgroupBarrier();
        {
const r = 0u;
            {
const n = 0u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const n = 1u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
        }
{
const r = 1u;
            {
const n = 0u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const n = 1u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
        }
        workgroupBarrier();
    }
{
const c = 1u;
        {
const n = 0u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 1u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 2u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
{
const n = 3u;
            let i = n * WORKGROUP + tid;
            if BLOCK_Q * BLOCK_K / 4u % WORKGROUP == 0u || i < BLOCK_Q * BLOCK_K / 4u {
                put_halves(P + i / (BLOCK_K / 4u) * ROW + i % (BLOCK_K / 4u) * 4u, fours[c * Q_FOURS + n]);
            }
        }
        workgroupBarrier();
        {
const r = 0u;
            {
const n = 0u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const n = 1u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
        }
{
const r = 1u;
            {
const n = 0u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const n = 1u;
                (*queries)[r * QS + c * KS + n] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
        }
        workgroupBarrier();
    }
}

// The n-th tile; past the last one an empty one. A load under no condition is not waited for before it is
// needed.
struct NthTile {
    n: u32,
    tile: Tile,
}
fn nth_tile(n: u32, g: Group) -> NthTile {
    var tile = tile_at(min(n, g.tiles.y - 1u), g.tiles.z, g.seen);
    tile.end = select(tile.end, 0u, n >= g.tiles.y);
    return NthTile(n, tile);
}

// The first one from a place on that is not empty.
fn first_seen(from_here: NthTile, g: Group) -> NthTile {
    var at = from_here;
    while at.n < g.tiles.y && at.tile.first >= at.tile.end {
        at = nth_tile(at.n + 1u, g);
    }
    return at;
}

// Loads under no condition overlap; slots past the end have weights of 0.
fn fetch_keys(g: Group, tile: Tile, tid: u32, eights: ptr<function, array<Eight, K_EIGHTS>>) {
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_k8(key_at(g, tile, i / (QS * SIZE / 8u)), i % (QS * SIZE / 8u) * 8u);
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_k8(key_at(g, tile, i / (QS * SIZE / 8u)), i % (QS * SIZE / 8u) * 8u);
    }
}

fn put_keys(tid: u32, eights: ptr<function, array<Eight, K_EIGHTS>>) {
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        if BLOCK_K * QS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * QS * SIZE / 8u {
            put_eight(i / (QS * SIZE / 8u) * K_ROW + i % (QS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        if BLOCK_K * QS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * QS * SIZE / 8u {
            put_eight(i / (QS * SIZE / 8u) * K_ROW + i % (QS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
}

fn fetch_values(g: Group, tile: Tile, tid: u32, eights: ptr<function, array<Eight, V_EIGHTS>>) {
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_v8(value_at(g, tile, i / (VS * SIZE / 8u)), i % (VS * SIZE / 8u) * 8u);
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        (*eights)[n] = load_v8(value_at(g, tile, i / (VS * SIZE / 8u)), i % (VS * SIZE / 8u) * 8u);
    }
}

// Values that are not finite are left out and told of: 0 times one is no number, and that the factor is 0 no
// compiler knows. Two instructions for four, where a test of bits takes ten.
fn put_values(tid: u32, eights: ptr<function, array<Eight, V_EIGHTS>>) {
    let none = vec4<f16>(f16(params.none));
    var apart = vec4<f16>(0.0);
    {
const n = 0u;
        let x = (*eights)[n];
        apart = fma(high(x), none, fma(low(x), none, apart));
    }
{
const n = 1u;
        let x = (*eights)[n];
        apart = fma(high(x), none, fma(low(x), none, apart));
    }
    if any_nonfinite(vec4<f32>(apart)) {
        atomicMax(&moved, NONFINITE);
        {
const n = 0u;
            let x = (*eights)[n];
            (*eights)[n] = eight(finite(low(x)), finite(high(x)));
        }
{
const n = 1u;
            let x = (*eights)[n];
            (*eights)[n] = eight(finite(low(x)), finite(high(x)));
        }
    }
    {
const n = 0u;
        let i = n * WORKGROUP + tid;
        if BLOCK_K * VS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * VS * SIZE / 8u {
            put_eight(i / (VS * SIZE / 8u) * V_ROW + i % (VS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
{
const n = 1u;
        let i = n * WORKGROUP + tid;
        if BLOCK_K * VS * SIZE / 8u % WORKGROUP == 0u || i < BLOCK_K * VS * SIZE / 8u {
            put_eight(i / (VS * SIZE / 8u) * V_ROW + i % (VS * SIZE / 8u) * 8u, (*eights)[n]);
        }
    }
}

// The half of an eight that has column d. Eights are unpacked only when they go to workgroup memory.
fn four_of(x: Eight, d: u32) -> vec4<f32> {
    let y = select(x.xy, x.zw, (d & 4u) != 0u);
    return vec4<f32>(unpack2x16float(y.x), unpack2x16float(y.y));
}
fn low(x: Eight) -> vec4<f16> { return vec4<f16>(four_of(x, 0u)); }
fn high(x: Eight) -> vec4<f16> { return vec4<f16>(four_of(x, 4u)); }
fn eight(a: vec4<f16>, b: vec4<f16>) -> Eight {
    let x = vec4<f32>(a);
    let y = vec4<f32>(b);
    return Eight(pack2x16float(x.xy), pack2x16float(x.zw), pack2x16float(y.xy), pack2x16float(y.zw));
}
fn put_eight(at: u32, x: Eight) {
    put_halves(at, low(x));
    put_halves(at + 4u, high(x));
}
fn finite(x: vec4<f16>) -> vec4<f16> { return select(x, vec4<f16>(0.0), nonfinite(vec4<f32>(x))); }

// Outputs take the place of scores, OWN_KS matrices of a row and subgroup in a round.
fn put_outputs(c: u32, strip: u32, member: u32, outputs: ptr<function, array<Sum, HIGH * OWN_VS>>) {
    {
const i = 0u;
        coopStoreT((*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS], &floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
{
const i = 1u;
        coopStoreT((*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS], &floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
}
fn take_outputs(c: u32, strip: u32, member: u32, outputs: ptr<function, array<Sum, HIGH * OWN_VS>>) {
    {
const i = 0u;
        (*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS] = coopLoadT<Sum>(&floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
{
const i = 1u;
        (*outputs)[i / OWN_KS * OWN_VS + c * OWN_KS + i % OWN_KS] = coopLoadT<Sum>(&floats[on_the_way(strip, member, i)], ROW / UNIT);
    }
}
fn on_the_way(strip: u32, member: u32, i: u32) -> u32 {
    return ((strip + i / OWN_KS * SIZE) * ROW + (member * OWN_KS + i % OWN_KS) * SIZE) / UNIT;
}
// Which column of the output one of `floats` is in round c.
fn column_of(c: u32, k: u32) -> u32 {
    return (k / (OWN_KS * SIZE) * OWN_VS + c * OWN_KS) * SIZE + k % (OWN_KS * SIZE);
}

// What values that are not finite add to four columns of a row: a weight of 0 hides them.
fn unfinite_values(g: Group, tile: Tile, own: u32, d: u32) -> vec4<f32> {
    var sum = vec4<f32>(0.0);
    for (var k = 0u; k < BLOCK_K; k++) {
        let p = f32(four_halves(P + own * ROW + k / 4u * 4u)[k % 4u]);
        if p != 0.0 {
            let x = vec4<f32>(vec4<f16>(load_v4(value_at(g, tile, k), d)));
            sum += select(vec4<f32>(0.0), p * x, nonfinite(x));
        }
    }
    return sum;
}
// Maxima and sums over the TX threads of a row: shuffles inside a subgroup, workgroup memory
// between them. Right for every power of two of lanes; read at run time, since it may differ
// between pipelines. The shuffles past a subgroup's end are made and dropped: browsers demand
// that shuffles do not depend on a number which they cannot see to be the same for all lanes.
var<workgroup> row_part: array<f32, BLOCK_Q * TX>;

// Threads of a row in one subgroup, where threads of ABREAST rows alternate.
fn row_lanes() -> u32 { return max(lanes / ABREAST, 1u); }

fn lanes_max(x: f32) -> f32 {
    var r = x;
    for (var step = ABREAST; step < ABREAST * TX; step <<= 1u) {
        r = select(r, max(r, subgroupShuffleXor(r, step)), step < lanes);
    }
    return r;
}
fn lanes_sum(x: f32) -> f32 {
    var r = x;
    for (var step = ABREAST; step < ABREAST * TX; step <<= 1u) {
        r = select(r, r + subgroupShuffleXor(r, step), step < lanes);
    }
    return r;
}

// Before the barrier: one part of each subgroup that is narrower than a row.
fn put_part(row: u32, tx: u32, x: f32) {
    if row_lanes() < TX && tx % row_lanes() == 0u {
        row_part[row * TX + tx] = x;
    }
}

// After it: the whole row's.
fn row_max(row: u32, part: f32) -> f32 {
    var top = part;
    if row_lanes() < TX {
        for (var n = 0u; n < TX; n += row_lanes()) {
            top = max(top, row_part[row * TX + n]);
        }
    }
    return top;
}
fn row_sum(row: u32, part: f32) -> f32 {
    if row_lanes() >= TX {
        return part;
    }
    var sum = 0.0;
    for (var n = 0u; n < TX; n += row_lanes()) {
        sum += row_part[row * TX + n];
    }
    return sum;
}
// Tiled attention by cooperative matrices: f16 factors, f32 sums. Queries and outputs stay in matrices.
// Scores leave them through workgroup memory, are edited and weighed there by plain threads, and go
// back as f16 weights.
//
// TEAM subgroups share HIGH matrices of rows: each has its part of a tile's keys for the scores, and its part
// of the columns for the outputs. So every matrix of keys or values that is loaded meets HIGH of rows, and a
// subgroup holds few outputs. What an array of matrices is indexed by must be known where the shader is
// compiled: marked loops.
//
// How many workgroups a GPU runs side by side, workgroup memory bounds: values take the place of keys, which
// nothing reads any more once all scores are stored. Keys of the next tile are loaded while this one is
// worked on.
//
// The maximum that weights are relative to moves only if it would by more than SLACK. Softmax does not depend
// on it, and f16 rounds a weight of up to exp(SLACK) = 55 by the same share of it as one below 1, so nothing
// is lost, and most tiles leave the outputs where they are. Only then do they pass through workgroup memory,
// and from the first value that is not finite on: matrices have 0 in place of it, as 0 times it would be no
// number, and plain threads add what it is worth.
//
// Operations on matrices want all threads of a subgroup. That a condition holds for all of them no compiler
// sees, and naga refuses an `if`; a loop that ends by itself it takes.
//
// Constants: SIZE, LANES (of a subgroup), TEAM, HIGH, WORKGROUP (LANES for every subgroup),
// BLOCK_Q (HIGH * SIZE for every team), TX = WORKGROUP / BLOCK_Q (threads of a row, of one subgroup),
// BLOCK_K (a multiple of TEAM * SIZE and 4 * TX), QK_DIM, V_DIM, STAGED (every score is edited).
// Aliases: Left, Right, Sum, and Eight, eight f16 in four words. From matrix/: Halves, Floats, UNIT; MORE,
// which is 0.

const SLACK: f32 = 4.0;
const NONFINITE: u32 = 0xffffffffu;
// Matrices of a row: of scores, and of queries and values as many times that; and those of one subgroup.
const KS: u32 = BLOCK_K / SIZE;
const QS: u32 = (QK_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
const VS: u32 = (V_DIM + BLOCK_K - 1u) / BLOCK_K * KS;
const OWN_KS: u32 = KS / TEAM;
const OWN_VS: u32 = VS / TEAM;
// Fours of a row's scores that a thread has.
const FOURS: u32 = BLOCK_K / 4u / TX;
// Rows in workgroup memory: whole multiples of 16 bytes, that do not begin in the same bank.
const K_ROW: u32 = QS * SIZE + 8u;
const V_ROW: u32 = VS * SIZE + 8u;
const ROW: u32 = BLOCK_K + 8u;
// Where weights begin, after keys or values.
const P: u32 = BLOCK_K * max(K_ROW, V_ROW);
// Eights of keys and values and fours of queries that a thread stages.
const K_EIGHTS: u32 = (BLOCK_K * QS * SIZE / 8u + WORKGROUP - 1u) / WORKGROUP;
const V_EIGHTS: u32 = (BLOCK_K * VS * SIZE / 8u + WORKGROUP - 1u) / WORKGROUP;
const Q_FOURS: u32 = (BLOCK_Q * BLOCK_K / 4u + WORKGROUP - 1u) / WORKGROUP;

var<workgroup> halves: array<Halves, (P + BLOCK_Q * ROW) / UNIT>;
// Scores, and outputs on their way.
var<workgroup> floats: array<Floats, BLOCK_Q * ROW / UNIT>;
// One past the last tile at which the maximum of some row moved; NONFINITE once a value was not finite.
var<workgroup> moved: atomic<u32>;

fn run(wid: vec3<u32>, tid: u32) {
    // No return before an operation on matrices: a workgroup without rows passes over all tiles.
    var g = group_of(min(group_id(wid), params.groups - 1u));
    if group_id(wid) >= params.groups {
        g.row_end = 0u;
        g.tiles = vec3<u32>(0u);
    }
    let b = g.seen.batch;
    set_lengths();
    // A barrier comes before the first use.
    if tid == 0u {
        atomicStore(&moved, 0u);
    }
    let strip = tid / (LANES * TEAM) * (HIGH * SIZE);
    let member = tid / LANES % TEAM;
    let own = tid / TX;
    let tx = tid % TX;

    let row = g.first_row + own;
    let query = row / params.pack;
    let head = head_of(g, row);
    var factor = 0.0;
    var keys = vec2<u32>(0u);
    var m = MASKED;
    var l = 0.0;
    if row < g.row_end {
        factor = row_weight(b, head, query);
        keys = select(key_range(query, g.seen.offset, g.kv_len), vec2<u32>(0u), factor == 0.0);
        m = first_max(lse_at(g, head, query));
    }

    var queries: array<Left, HIGH * QS>;
    var outputs: array<Sum, HIGH * OWN_VS>;
    {
const c = 0u;
        outputs[c] = Sum();
    }
{
const c = 1u;
        outputs[c] = Sum();
    }
{
const c = 2u;
        outputs[c] = Sum();
    }
{
const c = 3u;
        outputs[c] = Sum();
    }

    var here = NthTile(g.tiles.y, Tile());
    var coming = here;
    if g.tiles.x < g.tiles.y {
        here = first_seen(nth_tile(g.tiles.x, g), g);
        coming = nth_tile(here.n + 1u, g);
    }
    var next_keys: array<Eight, K_EIGHTS>;
    if here.n < g.tiles.y {
        hold_tile(here.tile);
        fetch_keys(g, here.tile, tid, &next_keys);
    }
    // While the first keys are on their way.
    take_queries(g, tid, strip, &queries);
    while here.n < g.tiles.y {
        // Every subgroup is done with the tile before.
        workgroupBarrier();
        put_keys(tid, &next_keys);
        workgroupBarrier();
        let next = first_seen(coming, g);
        if next.n < g.tiles.y {
            hold_tile(next.tile);
            fetch_keys(g, next.tile, tid, &next_keys);
        }
        // A step ahead of its keys, which wait for what the list says.
        coming = nth_tile(next.n + 1u, g);
        let tile = here.tile;
        hold_tile(tile);
        var values: array<Eight, V_EIGHTS>;
        fetch_values(g, tile, tid, &values);
        let key0 = tile.first;

        {
const n = 0u;
            let column = (member * OWN_KS + n) * SIZE;
            var s: array<Sum, HIGH>;
            {
const r = 0u;
                s[r] = Sum();
            }
{
const r = 1u;
                s[r] = Sum();
            }
            {
const c = 0u;
                let k = coopLoad<Right>(&halves[(column * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT);
                {
const r = 0u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
{
const r = 1u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
            }
{
const c = 1u;
                let k = coopLoad<Right>(&halves[(column * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT);
                {
const r = 0u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
{
const r = 1u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
            }
{
const c = 2u;
                let k = coopLoad<Right>(&halves[(column * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT);
                {
const r = 0u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
{
const r = 1u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
            }
{
const c = 3u;
                let k = coopLoad<Right>(&halves[(column * K_ROW + c * SIZE) / UNIT], K_ROW / UNIT);
                {
const r = 0u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
{
const r = 1u;
                    s[r] = coopMultiplyAdd(queries[r * QS + c], k, s[r]);
                }
            }
            {
const r = 0u;
                coopStoreT(s[r], &floats[((strip + r * SIZE) * ROW + column) / UNIT], ROW / UNIT);
            }
{
const r = 1u;
                coopStoreT(s[r], &floats[((strip + r * SIZE) * ROW + column) / UNIT], ROW / UNIT);
            }
        }
        workgroupBarrier();

        let edits = STAGED || !sees_whole(g, tile);
        var s: array<vec4<f32>, FOURS>;
        var part = MASKED;
        {
const n = 0u;
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            s[n] = four_floats(own * ROW + k) * params.scale;
            if edits {
                s[n] = edit_four(s[n], b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
            }
            part = max(part, size_of(s[n]));
        }
{
const n = 1u;
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            s[n] = four_floats(own * ROW + k) * params.scale;
            if edits {
                s[n] = edit_four(s[n], b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
            }
            part = max(part, size_of(s[n]));
        }
{
const n = 2u;
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            s[n] = four_floats(own * ROW + k) * params.scale;
            if edits {
                s[n] = edit_four(s[n], b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
            }
            part = max(part, size_of(s[n]));
        }
{
const n = 3u;
            let k = (n * TX + tx) * 4u;
            // Scaled here: a query times its scale would be rounded to f16.
            s[n] = four_floats(own * ROW + k) * params.scale;
            if edits {
                s[n] = edit_four(s[n], b, head, query, key0 + k, seen_keys(keys, tile.end, b, head, query));
            }
            part = max(part, size_of(s[n]));
        }
        let top = next_max(m, lanes_max(part));
        var shrink = 1.0;
        let moves = top > m + SLACK;
        if moves {
            atomicMax(&moved, here.n + 1u);
            shrink = exp(m - top);
            m = top;
            l *= shrink;
        }
        {
const n = 0u;
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_halves(P + own * ROW + k, vec4<f16>(p));
        }
{
const n = 1u;
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_halves(P + own * ROW + k, vec4<f16>(p));
        }
{
const n = 2u;
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_halves(P + own * ROW + k, vec4<f16>(p));
        }
{
const n = 3u;
            let k = (n * TX + tx) * 4u;
            let p = weights(s[n], m, b, head, query, key0 + k);
            l += mass(s[n], p);
            put_halves(P + own * ROW + k, vec4<f16>(p));
        }
        put_values(tid, &values);
        workgroupBarrier();

        let last = atomicLoad(&moved);
        for (var again = last > here.n; again; again = false) {
            {
const c = 0u;
                put_outputs(c, strip, member, &outputs);
                workgroupBarrier();
                {
const n = 0u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 1u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 2u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 3u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
                workgroupBarrier();
                take_outputs(c, strip, member, &outputs);
                workgroupBarrier();
            }
{
const c = 1u;
                put_outputs(c, strip, member, &outputs);
                workgroupBarrier();
                {
const n = 0u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 1u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 2u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
{
const n = 3u;
                    let k = (n * TX + tx) * 4u;
                    var x = four_floats(own * ROW + k) * shrink;
                    if last == NONFINITE && row < g.row_end {
                        x += unfinite_values(g, tile, own, column_of(c, k));
                    }
                    put_floats(own * ROW + k, x);
                }
                workgroupBarrier();
                take_outputs(c, strip, member, &outputs);
                workgroupBarrier();
            }
        }
        {
const n = 0u;
            var p: array<Left, HIGH>;
            {
const r = 0u;
                p[r] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const r = 1u;
                p[r] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
            {
const c = 0u;
                let v = coopLoadT<Right>(&halves[(n * SIZE * V_ROW + (member * OWN_VS + c) * SIZE) / UNIT], V_ROW / UNIT);
                {
const r = 0u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
{
const r = 1u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
            }
{
const c = 1u;
                let v = coopLoadT<Right>(&halves[(n * SIZE * V_ROW + (member * OWN_VS + c) * SIZE) / UNIT], V_ROW / UNIT);
                {
const r = 0u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
{
const r = 1u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
            }
        }
{
const n = 1u;
            var p: array<Left, HIGH>;
            {
const r = 0u;
                p[r] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
{
const r = 1u;
                p[r] = coopLoadT<Left>(&halves[(P + (strip + r * SIZE) * ROW + n * SIZE) / UNIT], ROW / UNIT);
            }
            {
const c = 0u;
                let v = coopLoadT<Right>(&halves[(n * SIZE * V_ROW + (member * OWN_VS + c) * SIZE) / UNIT], V_ROW / UNIT);
                {
const r = 0u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
{
const r = 1u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
            }
{
const c = 1u;
                let v = coopLoadT<Right>(&halves[(n * SIZE * V_ROW + (member * OWN_VS + c) * SIZE) / UNIT], V_ROW / UNIT);
                {
const r = 0u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
{
const r = 1u;
                    outputs[r * OWN_VS + c] = coopMultiplyAdd(p[r], v, outputs[r * OWN_VS + c]);
                }
            }
        }
        here = next;
    }

    let sum = lanes_sum(l);
    var end = vec3<f32>(0.0);
    if row < g.row_end {
        end = finish_row(m, sum, head, g.split);
    }
    let at = output_at(g, head, query);
    {
const c = 0u;
        put_outputs(c, strip, member, &outputs);
        workgroupBarrier();
        {
const n = 0u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 1u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 2u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 3u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
        workgroupBarrier();
    }
{
const c = 1u;
        put_outputs(c, strip, member, &outputs);
        workgroupBarrier();
        {
const n = 0u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 1u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 2u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
{
const n = 3u;
            let k = (n * TX + tx) * 4u;
            let d = column_of(c, k);
            if row < g.row_end && d < V_DIM {
                store_o4(at, d, V_DIM, output(four_floats(own * ROW + k) * (end.x * factor), b, head, query, d));
            }
        }
        workgroupBarrier();
    }
    if row < g.row_end && tx == 0u {
        store_lse(lse_at(g, head, query) + g.split * params.lse_split, end.yz);
    }
}
// Threads numbered along subgroups, so that the neighbours of a row share one whatever order the device puts
// its invocations in. On lavapipe, which finds a thread's place anew after every barrier, by a division a
// lane, such a number costs nothing.
var<private> lanes: u32;

@compute @workgroup_size(WORKGROUP)
fn main(
    @builtin(workgroup_id) wid: vec3<u32>,
    @builtin(subgroup_id) subgroup: u32,
    @builtin(subgroup_size) size: u32,
    @builtin(subgroup_invocation_id) lane: u32,
) {
    lanes = size;
    run(wid, subgroup * size + lane);
}
