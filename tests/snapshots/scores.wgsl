const WORKGROUP: u32 = 64u;
const ROWS: u32 = 64u;
const EACH: u32 = 1u;
const QUADS: u32 = 4u;
const QK_DIM: u32 = 64u;
const V_DIM: u32 = 64u;
const EDIT: bool = true;
const WEIGHTS: bool = true;
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
@group(0) @binding(3) var<storage, read_write> scores: array<f32>;
@group(0) @binding(4) var<storage, read> lse_parts: array<vec2<f32>>;
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
// The log of a weight, from the log-sum-exp of its row.
fn weight(s: f32, row: u32, hidden: bool) -> f32 {
    if hidden { return params.neg_inf; }
    return (s - lse_parts[row].x) - lse_parts[row].y;
}
// Scores of every row, in order.
fn score_row(r: u32) -> u32 { return r; }
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
// The scale of products that a choice compares. Its power of two is in the query, which rounds nothing and
// keeps large products in range; the rest, 1 to 2 and the sign, is taken to the sum, so that products
// that are equal stay so.
fn scale_q(x: vec4<f32>) -> vec4<f32> { return x * bitcast<f32>(bitcast<u32>(params.scale) & 0x7f800000u); }
fn scale_rest() -> f32 { return bitcast<f32>((bitcast<u32>(params.scale) & 0x807fffffu) | 0x3f800000u); }
fn scale_pair(s: f32) -> f32 { return s * scale_rest(); }
fn scale_pairs(s: vec4<f32>) -> vec4<f32> { return s * scale_rest(); }
fn pair_onto(s: f32, x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return s + pair(x, k, h, d); }
// The product of a query and a key, four features at a time.
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 { return dot(x, k); }
// Scores or weights of chosen rows: a thread takes EACH rows and QUADS times four keys, and reads each of
// them once. A workgroup takes ROWS times EACH rows; with as many threads as ROWS all of them read the same
// key at the same time, which is one load and a broadcast on a processor.
//
// Constants: WORKGROUP, ROWS (divides WORKGROUP), EACH, QUADS, QK_DIM, EDIT (apply visibility), WEIGHTS
// (softmax weights or their logs, from lse).

// Keys of a workgroup.
const KEYS: u32 = 4u * QUADS * (WORKGROUP / ROWS);

fn store_score(at: u32, product: f32, b: u32, h: u32, i: u32, j: u32, keys: vec2<u32>) {
    var s = scale_pair(product);
    var hidden = j < keys.x || j >= keys.y;
    if !hidden {
        s = edit_score(s, b, h, i, j);
        hidden = s == MASKED;
    }
    if EDIT {
        if WEIGHTS {
            s = weight(keep_visible(s), b * params.lse_batch + h * params.lse_head + i, hidden);
        } else {
            s = select(s, params.neg_inf, hidden);
        }
    } else {
        s = select(s, 0.0, hidden);
    }
    scores[at] = s;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let key_tiles = (params.kv_len + KEYS - 1u) / KEYS;
    // A constant where a compiler should see that all threads agree.
    let j0 = (id % key_tiles) * KEYS + 4u * QUADS * select(tid / ROWS, 0u, ROWS == WORKGROUP);
    id /= key_tiles;
    let row_tiles = (params.score_rows + ROWS * EACH - 1u) / (ROWS * EACH);
    let first = (id % row_tiles) * (ROWS * EACH) + tid % ROWS;
    id /= row_tiles;
    let h = id % params.q_heads;
    let b = id / params.q_heads;
    if first >= params.score_rows || j0 >= params.kv_len {
        return;
    }

    let q_len = q_count(b);
    let kv_len = kv_count(b);
    // Raw scores exist for every pair in memory, also of padding.
    let bound = select(params.kv_len, kv_len, EDIT);
    let q_base = params.q_offset + b * params.q_batch + h * params.q_head + q_start(b) * params.q_row;
    let k_at = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head + kv_start(b) * params.k_row;
    var q_at: array<u32, EACH>;
    var keys: array<vec2<u32>, EACH>;
    var s: array<array<vec4<f32>, QUADS>, EACH>;
    var seen = 0u;
    for (var e = 0u; e < EACH; e++) {
        let i = score_row(min(first + e * ROWS, params.score_rows - 1u));
        if i < q_len {
            keys[e] = vec2<u32>(0u, bound);
            if EDIT {
                keys[e] = key_range(i, align_offset(q_len, kv_len), kv_len);
            }
        }
        q_at[e] = q_base + min(i, max(q_len, 1u) - 1u) * params.q_row;
        seen = max(seen, keys[e].y);
    }
    if seen > j0 {
        for (var d = 0u; d < QK_DIM; d += 4u) {
            var x: array<vec4<f32>, EACH>;
            for (var e = 0u; e < EACH; e++) {
                x[e] = scale_q(load_q4(q_at[e], d));
            }
            for (var n = 0u; n < QUADS; n++) {
                // Of keys past the last one the last is read: a place that no thread's row decides.
                let j = min(vec4<u32>(j0 + 4u * n) + vec4<u32>(0u, 1u, 2u, 3u), vec4<u32>(bound - 1u));
                let at = vec4<u32>(k_at) + j * params.k_row;
                let k0 = load_k4(at.x, d);
                let k1 = load_k4(at.y, d);
                let k2 = load_k4(at.z, d);
                let k3 = load_k4(at.w, d);
                for (var e = 0u; e < EACH; e++) {
                    s[e][n] += vec4<f32>(pair(x[e], k0, h, d), pair(x[e], k1, h, d), pair(x[e], k2, h, d), pair(x[e], k3, h, d));
                }
            }
        }
    }
    for (var e = 0u; e < EACH; e++) {
        let r = first + e * ROWS;
        if r < params.score_rows {
            let cell = (id * params.score_rows + r) * params.kv_len;
            let i = score_row(r);
            for (var n = 0u; n < min(4u * QUADS, params.kv_len - j0); n++) {
                store_score(cell + j0 + n, s[e][n / 4u][n % 4u], b, h, i, j0 + n, keys[e]);
            }
        }
    }
}
