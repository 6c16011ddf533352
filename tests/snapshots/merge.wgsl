enable f16;
const WORKGROUP: u32 = 64u;
const V_DIM: u32 = 64u;
const MEAN: bool = true;
alias OutElem = f16;
struct Params {
    grid_x: u32,
    rows: u32,
    parts: u32,
    batch: u32,
    heads: u32,
    len: u32,
    row_batch: u32,
    total_len: u32,
    whole: u32,
    first: u32,
    reverse_from: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    neg_inf: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> partial_o: array<f32>;
@group(0) @binding(2) var<storage, read> partial_lse: array<f32>;
@group(0) @binding(3) var<storage, read_write> o: array<vec4<f16>>;
@group(0) @binding(4) var<storage, read_write> lse: array<f32>;
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
// Four columns of a row of the partial outputs.
fn partial_o4(row: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    let at = row * V_DIM + d;
    r.x = partial_o[at];
    if d + 1u < V_DIM { r.y = partial_o[at + 1u]; }
    if d + 2u < V_DIM { r.z = partial_o[at + 2u]; }
    if d + 3u < V_DIM { r.w = partial_o[at + 3u]; }
    return r;
}
// The log-sum-exp of a part as one number.
fn part_lse(at: u32) -> vec2<f32> { return vec2<f32>(partial_lse[at], 0.0); }
// Every sequence has the full length.
fn token_start(b: u32) -> u32 { return 0u; }
fn token_count(b: u32) -> u32 { return params.len; }
// Merges partial outputs by their log-sum-exps, one thread four output columns:
// o = sum_p exp(lse_p - lse) o_p with lse = log sum_p exp(lse_p).
// Parts of lse -inf saw no key and count nothing, whatever their output holds. Rows of no sequence have no
// parts and stay as they are: recurrence/tokens_*.
//
// Constants: WORKGROUP, V_DIM, MEAN (weighted mean; else the weighted sum).

const V4: u32 = (V_DIM + 3u) / 4u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    let d = (at % V4) * 4u;
    let t = at / V4 % params.len;
    let h = at / V4 / params.len % params.heads;
    let b = at / V4 / params.len / params.heads;
    if b >= params.batch || t >= token_count(b) {
        return;
    }
    let i = token_start(b) + t;
    let row = b * params.row_batch + h * params.total_len + i;
    var top = MASKED;
    for (var p = 0u; p < params.parts; p++) {
        let x = part_lse(p * params.rows + row);
        if !is_neg_inf(x.x) {
            top = max(top, x.x);
        }
    }
    var sum = 0.0;
    var acc = vec4<f32>(0.0);
    for (var p = 0u; p < params.parts; p++) {
        let x = part_lse(p * params.rows + row);
        if !is_neg_inf(x.x) {
            let w = exp_kept((x.x - top) + x.y);
            sum += w;
            acc += w * partial_o4(p * params.rows + row, d);
        }
    }
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    store_o4(o_at, d, V_DIM, acc * select(1.0, select(0.0, 1.0 / sum, row_seen(sum)), MEAN));
    if d == 0u {
        store_lse(row, log_parts(top, sum));
    }
}
