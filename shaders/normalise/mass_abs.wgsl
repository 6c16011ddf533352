// The sum of the sizes of weights.
fn mass(s: vec4<f32>, p: vec4<f32>) -> f32 {
    let x = abs(p);
    return x.x + x.y + x.z + x.w;
}
