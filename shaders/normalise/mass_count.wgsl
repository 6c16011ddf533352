// The number of visible pairs.
fn mass(s: vec4<f32>, p: vec4<f32>) -> f32 {
    let seen = select(vec4<f32>(1.0), vec4<f32>(0.0), s == vec4<f32>(MASKED));
    return seen.x + seen.y + seen.z + seen.w;
}
