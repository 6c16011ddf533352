// c * tanh(s / c). The argument is clamped: some drivers' tanh overflows, and it is 1 by then.
fn softcap(s: f32, b: u32, h: u32, i: u32, j: u32) -> f32 {
    return params.softcap * tanh(clamp(s / params.softcap, -15.0, 15.0));
}
