// Four columns of an output row through the user's out_mod.
fn output_one(x: f32, b: u32, h: u32, i: u32, d: u32) -> f32 {
    // Columns past the end are stored nowhere.
    if d >= V_DIM {
        return 0.0;
    }
    return out_mod(x, b, h, i, d);
}
fn output(x: vec4<f32>, b: u32, h: u32, i: u32, d: u32) -> vec4<f32> {
    return vec4<f32>(
        output_one(x.x, b, h, i, d),
        output_one(x.y, b, h, i, d + 1u),
        output_one(x.z, b, h, i, d + 2u),
        output_one(x.w, b, h, i, d + 3u),
    );
}
