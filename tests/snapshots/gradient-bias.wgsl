const SIDE: u32 = 8u;
const WORKGROUP: u32 = 64u;
const BLOCK_OWN: u32 = 32u;
const BLOCK: u32 = 32u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const STAGED: bool = true;
const RAGGED: bool = false;
const ADDS: bool = false;
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
@group(0) @binding(1) var<storage, read> q: array<vec2<u32>>;
@group(0) @binding(2) var<storage, read> k: array<vec2<u32>>;
@group(0) @binding(3) var<storage, read> v: array<vec2<u32>>;
@group(0) @binding(4) var<storage, read> grad_o: array<vec2<u32>>;
@group(0) @binding(5) var<storage, read_write> grad_bias: array<f32>;
@group(0) @binding(6) var<storage, read> row_stats: array<vec4<f32>>;
@group(0) @binding(7) var<storage, read> kv_lengths: array<u32>;
@group(0) @binding(8) var<storage, read> alibi_slopes: array<f32>;
@group(0) @binding(9) var<storage, read> bias: array<f32>;
@group(0) @binding(10) var<storage, read> mask: array<u32>;
fn edit_score(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    s = softcap(s, b, h, i, j);
    s = alibi(s, b, h, i, j);
    s = bias_add(s, b, h, i, j);
    s = mask_boolean(s, b, h, i, j);
    return s;
}
fn score_slope(raw: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    var s = raw;
    var slope = 1.0;
    return slope;
}
// Four 16-bit elements from two words, of rows that start and end at multiples of four.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    let w = q[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
}
// Four 16-bit elements from two words, of rows that start and end at multiples of four.
fn load_k4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    let w = k[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
}
// Two bf16 in a word, rounded to nearest even.
fn unpack_word(w: u32) -> vec2<f32> {
    return vec2<f32>(bitcast<f32>(w << 16u), bitcast<f32>(w & 0xffff0000u));
}
fn bf16_bits(x: f32) -> u32 {
    let u = bitcast<u32>(x);
    let rounded = (u + 0x7fffu + ((u >> 16u) & 1u)) >> 16u;
    // A NaN must not round to infinity.
    let quiet = (u >> 16u) | 0x40u;
    return select(rounded, quiet, (u & 0x7fffffffu) > 0x7f800000u);
}
fn pack_word(v: vec2<f32>) -> u32 {
    return bf16_bits(v.x) | (bf16_bits(v.y) << 16u);
}
// Four 16-bit elements from two words, of rows that start and end at multiples of four.
fn load_v4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    let w = v[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
}
// Four 16-bit elements from two words, of rows that start and end at multiples of four.
fn load_grad_o4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    let w = grad_o[(base + d) >> 2u];
    return vec4<f32>(unpack_word(w.x), unpack_word(w.y));
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
// A count of valid keys for each batch entry.
fn q_start(b: u32) -> u32 { return 0u; }
fn q_count(b: u32) -> u32 { return params.q_len; }
fn kv_start(b: u32) -> u32 { return 0u; }
fn kv_count(b: u32) -> u32 { return min(kv_lengths[b], params.kv_len); }
// The scale of products that are only weighed: in the query, once for all keys.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x * params.scale; }
fn scale_pair(s: f32) -> f32 { return s; }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s; }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 {
    return fma(x.w, k.w, fma(x.z, k.z, fma(x.y, k.y, fma(x.x, k.x, s))));
}
// The product of a query and a key, four features at a time.
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return dot(x, k); }
// c * tanh(s / c).
fn softcap(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return params.softcap * tanh_kept(s / params.softcap);
}

// WGSL allows `tanh` an absolute error of 1e-5, which the cap multiplies, and some drivers' overflows.
// Below 1 a continued fraction (Lambert), good to the last digits of x however small; a NaN goes
// that way.
fn tanh_kept(x: f32) -> f32 {
    let s = x * x;
    let above = 135135.0 + s * (17325.0 + s * (378.0 + s));
    let near = x * above / (135135.0 + s * (62370.0 + s * (3150.0 + s * 28.0)));
    let far = 1.0 - 2.0 / (1.0 + exp(2.0 * min(abs(x), 15.0)));
    return select(near, select(-far, far, x > 0.0), abs(x) >= 1.0);
}
// -slope * |position of the query - key| (Press et al., ALiBi).
fn alibi(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    let offset = align_offset(q_count(b), kv_count(b));
    return s - alibi_slopes[h] * f32(abs(i32(i) + offset - i32(j)));
}
// Additive mask; -inf hides. Keys past its end are hidden.
fn bias_add(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if j >= params.bias_kv_len || s == MASKED {
        return MASKED;
    }
    let at = params.bias_offset + b * params.bias_batch + h * params.bias_head + i * params.bias_row + j * params.bias_key;
    let x = f32(bias[at]);
    let y = keep_visible(s + x);
    // A finite bias hides nothing, however low.
    return select(y, MASKED, is_neg_inf(x));
}
// Boolean mask of one byte a pair; 0 hides. Keys past its end are hidden.
fn mask_boolean(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    if j >= params.mask_kv_len {
        return MASKED;
    }
    let at = params.mask_offset + b * params.mask_batch + h * params.mask_head + i * params.mask_row + j * params.mask_key;
    let byte = (mask[at >> 2u] >> ((at & 3u) * 8u)) & 0xffu;
    return select(MASKED, s, byte != 0u);
}
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
// Products of a tile of pairs: SIDE threads along what is owned by SIDE along the others, four by four pairs
// each. Slices of features go through workgroup memory.
//
// Constants: WORKGROUP = SIDE * SIDE, SIDE, BLOCK_OWN = BLOCK = 4 * SIDE, QK_DIM, V_DIM.

// Vectors of a slice: as many as threads along a side.
const SLICE4: u32 = SIDE;
const QK_SLICES: u32 = (QK_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);
const V_SLICES: u32 = (V_DIM + 4u * SLICE4 - 1u) / (4u * SLICE4);

// A slice of what is owned and of the others, a vector of all after the other, so that neighbours read
// neighbours.
var<workgroup> own_tile: array<vec4<f32>, BLOCK_OWN * SLICE4>;
// In sums of kernel/gradient: the vectors of each other one after another.
var<workgroup> other_tile: array<vec4<f32>, BLOCK * SLICE4>;
// What pairs add up by: four of what is owned, for each of the others.
var<workgroup> weight_tile: array<vec4<f32>, SIDE * BLOCK>;

// Of each of a thread's four others, SIDE apart: its pairs with four that are owned.
alias Products = array<vec4<f32>, 4>;

fn add_products(sums: ptr<function, Products>, tid: u32) {
    {
const d = 0u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 1u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 2u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 3u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 4u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 5u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 6u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
{
const d = 7u;
        {
const c = 0u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 1u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 2u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
{
const c = 3u;
            let x = other_tile[d * BLOCK + tid % SIDE + c * SIDE];
            {
const r = 0u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 1u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 2u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
{
const r = 3u;
                (*sums)[c][r] = pair_onto((*sums)[c][r], own_tile[d * BLOCK_OWN + (tid / SIDE) * 4u + r], x, 0u, d);
            }
        }
    }
}

// Where the weights of a thread's c-th other are.
fn weight_at(tid: u32, c: u32) -> u32 { return (tid / SIDE) * BLOCK + tid % SIDE + c * SIDE; }

// What scores are made of, of the others from `at` on.
fn add_scores(s: ptr<function, Products>, o: Owned, h: u32, at: u32, tid: u32) {
    for (var n = 0u; n < QK_SLICES; n++) {
        workgroupBarrier();
        for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
            let row = x / SLICE4;
            let d = x % SLICE4;
            own_tile[d * BLOCK_OWN + row] = own_score(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
            other_tile[d * BLOCK + row] = other_score(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
        }
        workgroupBarrier();
        add_products(s, tid);
    }
}

// Of values with gradients by the output.
fn add_values(g: ptr<function, Products>, o: Owned, h: u32, at: u32, tid: u32) {
    for (var n = 0u; n < V_SLICES; n++) {
        workgroupBarrier();
        for (var x = tid; x < BLOCK * SLICE4; x += WORKGROUP) {
            let row = x / SLICE4;
            let d = x % SLICE4;
            own_tile[d * BLOCK_OWN + row] = own_value(o, h, min(o.span.x + row, o.span.y - 1u), (n * SLICE4 + d) * 4u);
            other_tile[d * BLOCK + row] = other_value(o, h, min(at + row, o.others.y - 1u), (n * SLICE4 + d) * 4u);
        }
        workgroupBarrier();
        add_products(g, tid);
    }
}

// What a thread's pairs add up by (pair_weight), into its places of the tile.
fn weigh_pairs(o: Owned, h: u32, at: u32, tid: u32, pairs: Pairs) {
    // Written out: a browser was seen to keep what an earlier round left in a variable of the loop.
    var s = Products();
    add_scores(&s, o, h, at, tid);
    var g = Products();
    if !OF_VALUES {
        add_values(&g, o, h, at, tid);
    }
    let hides = hides_some(o, pairs);
    {
const c = 0u;
        let other = at + tid % SIDE + c * SIDE;
        var w = vec4<f32>(0.0);
        {
const r = 0u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 1u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 2u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 3u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
        weight_tile[weight_at(tid, c)] = w;
    }
{
const c = 1u;
        let other = at + tid % SIDE + c * SIDE;
        var w = vec4<f32>(0.0);
        {
const r = 0u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 1u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 2u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 3u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
        weight_tile[weight_at(tid, c)] = w;
    }
{
const c = 2u;
        let other = at + tid % SIDE + c * SIDE;
        var w = vec4<f32>(0.0);
        {
const r = 0u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 1u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 2u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 3u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
        weight_tile[weight_at(tid, c)] = w;
    }
{
const c = 3u;
        let other = at + tid % SIDE + c * SIDE;
        var w = vec4<f32>(0.0);
        {
const r = 0u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 1u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 2u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
{
const r = 3u;
            let own = o.span.x + (tid / SIDE) * 4u + r;
            let i = select(own, other, OWNS_KEYS);
            let j = select(other, own, OWNS_KEYS);
            let row = row_stats[stats_at(o, h, min(i, o.q_len - 1u))];
            w[r] = pair_weight(o, h, i, j, s[c][r], g[c][r], row, hides);
        }
        weight_tile[weight_at(tid, c)] = w;
    }
}
// Gradients of softmax attention by an additive mask: a workgroup owns a tile of its cells and goes over the
// batch entries, heads, queries and keys that share them, so that no sum depends on the order of workgroups.
//
// Constants: those of lib/gradient_tiles, STAGED (stages follow, so every score is edited), RAGGED, ADDS
// (cells that a dispatch before this one began). Parameters: cells = batch entries and packs = query heads of
// this dispatch, q_tiles = tiles of queries.

// Cells along an axis with so many numbers, which share it where they have no step along it.
fn cells_along(count: u32, step: u32) -> u32 { return select(count, 1u, step == 0u); }

// Numbers x..y that the n-th of them stands for.
fn of_cell(n: u32, count: u32, step: u32) -> vec2<u32> { return select(vec2<u32>(n, n + 1u), vec2<u32>(0u, count), step == 0u); }

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let key_tiles = (params.bias_kv_len + BLOCK - 1u) / BLOCK;
    let along_keys = cells_along(key_tiles, params.bias_key);
    let along_rows = cells_along(params.q_tiles, params.bias_row);
    let along_heads = cells_along(params.packs, params.bias_head);
    let of_rows = group / along_keys;
    let of_heads = of_rows / along_rows;
    let cell = vec4<u32>(of_heads / along_heads, of_heads % along_heads, of_rows % along_rows, group % along_keys);
    let entries = of_cell(cell.x, params.cells, params.bias_batch) + params.batch_base;
    let heads = of_cell(cell.y, params.packs, params.bias_head) + params.head_base;
    let row_tiles = of_cell(cell.z, params.q_tiles, params.bias_row);
    let tiles = of_cell(cell.w, key_tiles, params.bias_key);

    var sum = Products();
    for (var b = entries.x; b < entries.y; b++) {
        for (var h = heads.x; h < heads.y; h++) {
            for (var n = row_tiles.x; n < row_tiles.y; n++) {
                let o = owned_at(b, h, n);
                if o.span.x >= o.span.y {
                    continue;
                }
                for (var tile = max(tiles.x, o.others.x / BLOCK); tile < tiles.y && tile * BLOCK < o.others.y; tile++) {
                    let pairs = pairs_of(o, tile * BLOCK);
                    if !pairs_listed(o, h, pairs.rows, pairs.keys) {
                        continue;
                    }
                    weigh_pairs(o, h, tile * BLOCK, tid, pairs);
                    {
const c = 0u;
                        sum[c] += weight_tile[weight_at(tid, c)];
                    }
{
const c = 1u;
                        sum[c] += weight_tile[weight_at(tid, c)];
                    }
{
const c = 2u;
                        sum[c] += weight_tile[weight_at(tid, c)];
                    }
{
const c = 3u;
                        sum[c] += weight_tile[weight_at(tid, c)];
                    }
                }
            }
        }
    }
    {
const c = 0u;
        weight_tile[weight_at(tid, c)] = sum[c];
    }
{
const c = 1u;
        weight_tile[weight_at(tid, c)] = sum[c];
    }
{
const c = 2u;
        weight_tile[weight_at(tid, c)] = sum[c];
    }
{
const c = 3u;
        weight_tile[weight_at(tid, c)] = sum[c];
    }
    workgroupBarrier();

    let rows = cells_along(BLOCK_OWN, params.bias_row);
    let keys = cells_along(BLOCK, params.bias_key);
    for (var x = tid; x < rows * keys; x += WORKGROUP) {
        let i = cell.z * BLOCK_OWN + x / keys;
        let j = cell.w * BLOCK + x % keys;
        if i >= cells_along(params.q_len, params.bias_row) || j >= cells_along(params.bias_kv_len, params.bias_key) {
            continue;
        }
        let at = params.o_offset + entries.x * params.bias_batch + heads.x * params.bias_head + i * params.bias_row + j * params.bias_key;
        var y = 0.0;
        if ADDS {
            y = grad_bias[at];
        }
        let summed_rows = of_cell(x / keys, BLOCK_OWN, params.bias_row);
        let summed_keys = of_cell(x % keys, BLOCK, params.bias_key);
        for (var r = summed_rows.x; r < summed_rows.y; r++) {
            for (var c = summed_keys.x; c < summed_keys.y; c++) {
                y += weight_tile[(r / 4u) * BLOCK + c][r % 4u];
            }
        }
        grad_bias[at] = y;
    }
}
// Threads in the order of their index. A workgroup has one dimension, so that is x of their place, which
// lavapipe finds anew after every barrier, by one division a lane; the index takes it three.
@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_id) id: vec3<u32>) {
    run(wid, id.x);
}
