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
