const WORKGROUP: u32 = 64u;
const QK_DIM: u32 = 12u;
const V_DIM: u32 = 12u;
const CONTINUED: bool = false;
alias OutElem = f32;
struct Params {
    grid_x: u32,
    groups: u32,
    slices: u32,
    len: u32,
    heads: u32,
    batch_base: u32,
    head_base: u32,
    head_count: u32,
    q_offset: u32,
    q_batch: u32,
    q_head: u32,
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
    lse_offset: u32,
    lse_row: u32,
    scale: f32,
    neg_inf: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> q: array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> k: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> v: array<vec4<f32>>;
@group(0) @binding(4) var<storage, read_write> o: array<vec4<f32>>;
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
// The state starts as zeros.
fn load_state(at: u32) -> f32 { return 0.0; }
// The last state is not wanted.
fn store_state(at: u32, x: f32) {}
// The log-sum-exp is not wanted.
fn store_lse(at: u32, x: vec2<f32>) {}
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
// Softmax attention of one query over every prefix: the running maximum, sum and output of four
// columns a thread, over tiles of scores that the workgroup finds together.
//
// Constants: WORKGROUP, QK_DIM, V_DIM, CONTINUED.

var<workgroup> scores: array<f32, WORKGROUP>;

fn score(q_row: u32, k_row: u32) -> f32 {
    var sum = vec4<f32>(0.0);
    for (var d = 0u; d < QK_DIM; d += 4u) {
        sum += load_q4(q_row, d) * load_k4(k_row, d);
    }
    return params.scale * (sum.x + sum.y + sum.z + sum.w);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let column = (id % params.slices * WORKGROUP + tid) * 4u;
    let row = id / params.slices;
    let h = params.head_base + row % params.head_count;
    let b = params.batch_base + row / params.head_count;
    let q_row = params.q_offset + b * params.q_batch + h * params.q_head;
    let k_rows = params.k_offset + b * params.k_batch + h * params.k_head;
    let v_rows = params.v_offset + b * params.v_batch + h * params.v_head;
    let o_rows = params.o_offset + b * params.o_batch + h * params.o_head;
    let place = b * params.heads + h;
    let state = place * (V_DIM + 1u);

    var top = MASKED;
    var sum = 0.0;
    var acc = vec4<f32>(0.0);
    if CONTINUED {
        let lse = load_state(state + V_DIM);
        if !is_neg_inf(lse) {
            top = lse;
            sum = 1.0;
            for (var n = 0u; n < 4u; n++) {
                if column + n < V_DIM {
                    acc[n] = load_state(state + column + n);
                }
            }
        }
    }
    for (var first = 0u; first < params.len; first += WORKGROUP) {
        if first + tid < params.len {
            scores[tid] = score(q_row, k_rows + (first + tid) * params.k_row);
        }
        workgroupBarrier();
        for (var t = 0u; t < min(WORKGROUP, params.len - first); t++) {
            let s = scores[t];
            let next = max(top, s);
            let kept = exp_kept(top - next);
            let own = exp_kept(s - next);
            sum = sum * kept + own;
            acc = acc * kept;
            if column < V_DIM {
                acc += own * load_v4(v_rows + (first + t) * params.v_row, column);
                store_o4(o_rows + (first + t) * params.o_row, column, V_DIM, acc / sum);
            }
            top = next;
            if column == 0u {
                store_lse(place * params.lse_row + params.lse_offset + first + t, log_parts(top, sum));
            }
        }
        workgroupBarrier();
    }
    // The state may be updated in place: every thread has read it.
    workgroupBarrier();
    for (var n = 0u; n < 4u; n++) {
        if column + n < V_DIM {
            store_state(state + column + n, select(0.0, acc[n] / sum, row_seen(sum)));
        }
    }
    if column == 0u {
        store_state(state + V_DIM, log_sum(top, sum));
    }
}
