// Factors of the state, `exp(x) = 2^n (1 + gain)` with `n = 0` from -0.34 to 0.34. A state is multiplied by
// them again and again, so that the few units in the last place that `exp` may be off by (more on some
// drivers) would pile up over thousands of tokens whenever the factor is close to 1.
struct Fade { power: f32, gain: f32 }

fn fade_of(x: f32) -> Fade {
    // Below is nothing that 32 bits hold; NaN stays.
    let log = select(x, -88.0, x < -88.0);
    let n = clamp(round(log * 1.44269504), -127.0, 127.0);
    // Less n times log 2 in two parts, of which the first is exact.
    let r = fma(n, 2.12194440e-4, fma(n, -0.693359375, log));
    // exp(r) - 1 for |r| <= 0.35, by Taylor's series: what it leaves out is below 2e-8 of it.
    var sum = fma(r, 1.0 / 5040.0, 1.0 / 720.0);
    sum = fma(r, sum, 1.0 / 120.0);
    sum = fma(r, sum, 1.0 / 24.0);
    sum = fma(r, sum, 1.0 / 6.0);
    sum = fma(r, sum, 0.5);
    sum = fma(r, sum, 1.0);
    return Fade(bitcast<f32>((i32(n) + 127) << 23u), r * sum);
}

fn fade(x: f32) -> f32 {
    let f = fade_of(x);
    return fma(f.power, f.gain, f.power);
}
fn fade4(x: vec4<f32>) -> vec4<f32> {
    return vec4<f32>(fade(x.x), fade(x.y), fade(x.z), fade(x.w));
}

// A state after one token. The factor is not rounded where it is close to 1: it would be off by half
// a unit in its last place at every token, always to the same side.
fn fade_state(s: vec4<f32>, x: vec4<f32>) -> vec4<f32> {
    let f = array<Fade, 4>(fade_of(x.x), fade_of(x.y), fade_of(x.z), fade_of(x.w));
    let scaled = s * vec4<f32>(f[0].power, f[1].power, f[2].power, f[3].power);
    return fma(scaled, vec4<f32>(f[0].gain, f[1].gain, f[2].gain, f[3].gain), scaled);
}
