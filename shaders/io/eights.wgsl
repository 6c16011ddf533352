// Eight f16 at once, 16 bytes, of rows that start and end at multiples of eight; fours are halves of them.
fn load_q4(base: u32, d: u32) -> vec4<f32> {
    if d >= QK_DIM { return vec4<f32>(0.0); }
    return four_of(q[(base + d) >> 3u], d);
}

fn load_v4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return four_of(v[(base + d) >> 3u], d);
}

fn load_k8(base: u32, d: u32) -> Eight {
    if d >= QK_DIM { return Eight(); }
    return k[(base + d) >> 3u];
}

fn load_v8(base: u32, d: u32) -> Eight {
    if d >= V_DIM { return Eight(); }
    return v[(base + d) >> 3u];
}
