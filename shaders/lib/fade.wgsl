// Factors of the state, `exp(x)`. A state is multiplied by them again and again, so that the few
// units in the last place that `exp` may be off by (more on some drivers) would pile up over
// thousands of tokens whenever the factor is close to 1.

// exp(x) - 1 for -0.5 <= x <= 0.5, by Taylor's series in Horner's form: its rest is below 6e-9.
fn gain(x: f32) -> f32 {
    var r = 1.0 + x * (1.0 / 8.0);
    r = 1.0 + x * (1.0 / 7.0) * r;
    r = 1.0 + x * (1.0 / 6.0) * r;
    r = 1.0 + x * (1.0 / 5.0) * r;
    r = 1.0 + x * (1.0 / 4.0) * r;
    r = 1.0 + x * (1.0 / 3.0) * r;
    r = 1.0 + x * 0.5 * r;
    return x * r;
}
fn fade(x: f32) -> f32 {
    return select(exp(x), 1.0 + gain(x), abs(x) <= 0.5);
}
fn fade4(x: vec4<f32>) -> vec4<f32> {
    return vec4<f32>(fade(x.x), fade(x.y), fade(x.z), fade(x.w));
}

// A state after one token. The factor is not rounded where it is close to 1: it would be off by half
// a unit in its last place at every token, always to the same side.
fn fade_state(s: vec4<f32>, x: vec4<f32>) -> vec4<f32> {
    let gained = vec4<f32>(gain(x.x), gain(x.y), gain(x.z), gain(x.w));
    return select(s * exp(x), s + s * gained, abs(x) <= vec4<f32>(0.5));
}
