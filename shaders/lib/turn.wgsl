// Cosine and sine of an angle of at most a few turns. The builtins may be off by 2^-11.
fn cos_sin(x: f32) -> vec2<f32> {
    let n = round(x * 0.6366197723675814);
    // pi / 2 in two parts, so that the difference keeps its digits.
    let r = (x - n * 1.5707963705062866) + n * 4.371139000186241e-8;
    let s = r * r;
    let sine = r * (1.0 + s * (-1.0 / 6.0 + s * (1.0 / 120.0 + s * (-1.0 / 5040.0 + s * (1.0 / 362880.0)))));
    let cosine = 1.0 + s * (-0.5 + s * (1.0 / 24.0 + s * (-1.0 / 720.0 + s * (1.0 / 40320.0 - s * (1.0 / 3628800.0)))));
    switch (i32(n) & 3) {
        case 1: { return vec2<f32>(-sine, cosine); }
        case 2: { return vec2<f32>(-cosine, -sine); }
        case 3: { return vec2<f32>(sine, -cosine); }
        default: { return vec2<f32>(cosine, sine); }
    }
}
