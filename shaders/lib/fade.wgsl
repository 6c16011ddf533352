// Factors of the state. A state is multiplied by them again and again, so that the few units
// in the last place that `exp` may be off by (more on some drivers) would pile up over thousands
// of tokens whenever the factor is close to 1.
fn fade(x: f32) -> f32 {
    // Taylor's series in Horner's form: its rest is below 6e-9 for -0.5 <= x <= 0.5.
    var r = 1.0 + x * (1.0 / 8.0);
    r = 1.0 + x * (1.0 / 7.0) * r;
    r = 1.0 + x * (1.0 / 6.0) * r;
    r = 1.0 + x * (1.0 / 5.0) * r;
    r = 1.0 + x * (1.0 / 4.0) * r;
    r = 1.0 + x * (1.0 / 3.0) * r;
    r = 1.0 + x * 0.5 * r;
    r = 1.0 + x * r;
    return select(exp(x), r, abs(x) <= 0.5);
}
fn fade4(x: vec4<f32>) -> vec4<f32> {
    return vec4<f32>(fade(x.x), fade(x.y), fade(x.z), fade(x.w));
}
