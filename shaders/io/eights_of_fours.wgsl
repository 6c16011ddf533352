// Eight elements as two fours, rounded to f16.
fn load_k8(base: u32, d: u32) -> Eight {
    return eight(vec4<f16>(load_k4(base, d)), vec4<f16>(load_k4(base, d + 4u)));
}

fn load_v8(base: u32, d: u32) -> Eight {
    return eight(vec4<f16>(load_v4(base, d)), vec4<f16>(load_v4(base, d + 4u)));
}
