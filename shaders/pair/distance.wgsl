// The negative squared distance of a query and a key, four features at a time.
fn pair(x: vec4<f32>, k: vec4<f32>, h: u32, d: u32) -> f32 {
    let apart = x - k;
    return -dot(apart, apart);
}
